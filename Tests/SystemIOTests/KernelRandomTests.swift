import Testing

@testable import SystemIO

@Suite struct KernelRandomTests {
    @Test("no draw comes twice and every bit varies")
    func draws() {
        let words = (0..<256).map { _ in KernelRandom.word() }
        #expect(Set(words).count == words.count)
        #expect(words.reduce(0, |) == .max)
        #expect(words.reduce(.max, &) == 0)
    }
}
