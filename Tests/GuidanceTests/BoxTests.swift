import Testing

@testable import Guidance

@Suite struct BoxTests {
    @Test("strips cut from a box fill it without overlap")
    func cutting() {
        let whole = Box(x: 10, y: 20, width: 100, height: 50)
        var rest = whole
        let parts = [
            rest.cutTop(10), rest.cutBottom(5), rest.cutLeft(30), rest.cutRight(20), rest,
        ]
        #expect(parts.map { $0.width * $0.height }.reduce(0, +) == 5000)
        for (index, part) in parts.enumerated() {
            #expect(whole.contains(part))
            #expect(parts[(index + 1)...].allSatisfy { !$0.overlaps(part) })
        }
    }

    @Test("a cut larger than the box takes all of it, a negative one nothing")
    func limits() {
        var box = Box(x: 0, y: 0, width: 10, height: 10)
        #expect(box.cutLeft(-5).width == 0)
        #expect(box.cutTop(99).height == 10)
        #expect(box.height == 0)
    }
}
