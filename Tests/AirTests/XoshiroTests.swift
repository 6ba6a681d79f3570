import Testing

@testable import Air

@Suite struct XoshiroTests {
    @Test("SplitMix gives the published numbers for seed 1234567")
    func splitMixReference() {
        var generator = SplitMix(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test("the same seed and stream repeat, another stream or seed does not")
    func streams() {
        func first(_ seed: UInt64, _ stream: UInt64) -> [UInt8] {
            var dice = Xoshiro(seed: seed, stream: stream)
            return dice.octets(32)
        }
        #expect(first(852, 1) == first(852, 1))
        #expect(first(852, 1) != first(852, 2))
        #expect(first(852, 1) != first(853, 1))
    }

    @Test("draws stay in their bounds and have the mean they promise")
    func draws() {
        var dice = Xoshiro(seed: 5)
        var sum = 0.0
        var squares = 0.0
        var counted = 0
        for _ in 0..<20_000 {
            let unit = dice.unit()
            #expect(unit >= 0 && unit < 1)
            #expect((0..<7).contains(dice.below(7)))
            let bell = dice.bell()
            sum += bell
            squares += bell * bell
            counted += dice.count(mean: 2.5)
        }
        #expect(abs(sum / 20_000) < 0.03)
        #expect(abs(squares / 20_000 - 1) < 0.05)
        #expect(abs(Double(counted) / 20_000 - 2.5) < 0.05)
    }

    @Test("nothing is drawn from an empty range")
    func empty() {
        var dice = Xoshiro(seed: 5)
        #expect(dice.below(0) == 0)
        #expect(dice.below(-3) == 0)
        #expect(dice.count(mean: 0) == 0)
        #expect(dice.octets(0).isEmpty)
    }
}
