import Foundation
import Testing

@testable import Air

@Suite struct ElementaryTests {
    @Test("fading agrees with the C library", arguments: [0, 1e-9, 0.1, 0.7, 1, 5, 10, 20])
    func fading(x: Double) {
        let expected = exp(-x)
        #expect(abs(Elementary.fading(x) - expected) <= 1e-7 * expected)
    }

    @Test("what fades for very long is gone")
    func gone() {
        #expect((0...1e-40).contains(Elementary.fading(100)))
        #expect((0...1e-290).contains(Elementary.fading(699)))
        #expect(Elementary.fading(700) == 0)
        #expect(Elementary.fading(.infinity) == 0)
    }

    @Test("logarithms agree with the C library", arguments: [1e-16, 0.3, 0.999, 1, 1.5, 2, 1e9])
    func logarithm(x: Double) {
        #expect(abs(Elementary.logarithm(x) - log(x)) <= 1e-11 * max(abs(log(x)), 1))
    }

    @Test("times without memory have their mean, and a third of them is longer")
    func exponential() {
        var dice = Xoshiro(seed: 3)
        let times = (0..<20_000).map { _ in dice.exponential(mean: 1000) }
        #expect(times.allSatisfy { $0 >= 0 })
        #expect(abs(Double(times.reduce(0, +)) / 20_000 - 1000) < 30)
        #expect(abs(Double(times.count { $0 > 1000 }) / 20_000 - exp(-1)) < 0.02)
    }
}
