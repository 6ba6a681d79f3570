import Testing

@testable import Fleet

@Suite struct CoarseCountTests {
    @Test(
        "fewer than five are not told apart, more are multiples of five",
        arguments: [
            (Int.min, nil), (-3, nil), (0, nil), (1, nil), (4, nil), (5, 5), (6, 5), (7, 5),
            (8, 10),
            (12, 10), (13, 15), (17, 15), (18, 20), (102, 100), (103, 105),
        ] as [(Int, Int?)]
    )
    func table(count: Int, shown: Int?) {
        #expect(CoarseCount(count) == shown.map { CoarseCount.about($0) } ?? .fewerThanFive)
    }

    @Test("the largest count there is does not trap")
    func largest() {
        guard case .about(let shown) = CoarseCount(.max) else {
            Issue.record("not a multiple")
            return
        }
        #expect(shown % 5 == 0)
    }
}
