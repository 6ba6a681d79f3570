import Fleet
import Guidance
import Testing

@Suite struct LiveCountTests {
    @Test(
        "only coarse numbers reach the reader",
        arguments: [
            (.about(15), "khoảng 15\u{A0}máy"), (.about(13), "khoảng 15\u{A0}máy"),
            (.about(12), "khoảng 10\u{A0}máy"), (.about(5), "khoảng 5\u{A0}máy"),
            (.about(4), "dưới 5\u{A0}máy"), (.about(-3), "dưới 5\u{A0}máy"),
            (.fewerThanFive, "dưới 5\u{A0}máy"),
            (.unknown(reason: "x"), "chưa đếm\u{A0}được: x"),
            (.unknown(reason: ""), "chưa đếm\u{A0}được"),
        ] as [(LiveCount, String)]
    )
    func words(count: LiveCount, expected: String) {
        #expect(count.vietnamese == expected)
    }

    @Test(
        "an estimate becomes coarse, and nonsense is not a number of phones",
        arguments: [
            (0, .fewerThanFive), (4.4, .fewerThanFive), (4.5, .about(5)), (17.4, .about(15)),
            (17.5, .about(20)), (-1, .fewerThanFive),
            (.nan, .unknown(reason: "số đo không hợp lý")),
            (.infinity, .unknown(reason: "số đo không hợp lý")),
        ] as [(Double, LiveCount)]
    )
    func estimates(estimate: Double, expected: LiveCount) {
        #expect(LiveCount(estimate: estimate) == expected)
    }

    @Test("a count that is coarse already stays what it is")
    func coarse() {
        #expect(LiveCount(CoarseCount(3)) == .fewerThanFive)
        #expect(LiveCount(CoarseCount(13)) == .about(15))
    }

    @Test("the largest integers do not overflow")
    func extremes() {
        #expect(LiveCount.about(.max).vietnamese.hasPrefix("khoảng "))
        #expect(LiveCount.about(.min).vietnamese == "dưới 5\u{A0}máy")
    }
}
