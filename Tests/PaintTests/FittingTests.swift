import Guidance
import Paint
import Testing

@Suite struct FittingTests {
    private func element(
        _ name: String,
        _ string: String,
        width: Int,
        lines: Int = 1,
        group: String? = nil
    ) -> TextElement {
        TextElement(
            name: name,
            box: Box(x: 10, y: 10, width: width, height: 60),
            string: string,
            language: .vietnamese,
            preferred: 40,
            floor: 20,
            colour: Colour(0xFFFFFF),
            background: Colour(0),
            maximumLines: lines,
            sizeGroup: group
        )
    }

    private func paint(_ texts: [TextElement]) throws -> (Frame, DrawReport) {
        let size = PixelSize(width: 620, height: 80)
        let (frame, report) = try Painter().paint(
            DrawList(size: size, elements: texts.map { .text($0) })
        )
        return (frame, report)
    }

    @Test("a text that fits keeps its size")
    func fits() throws {
        let (_, report) = try paint([element("a", "Bluezone", width: 600)])
        #expect(report.shrunk.isEmpty && report.isFaultless)
    }

    @Test("a text that is too wide shrinks, and its group with it")
    func shrinks() throws {
        let texts = [
            element("long", "Cài đặt rồi mở Bluezone", width: 400, group: "g"),
            element("short", "Bật", width: 400, group: "g"),
        ]
        let (_, report) = try paint(texts)
        #expect(report.shrunk.map(\.name) == ["long", "short"])
        let used = Set(report.shrunk.map(\.used))
        #expect(used.count == 1)
        #expect(used.allSatisfy { 20..<40 ~= $0 })
        #expect(report.isFaultless)
    }

    @Test("a text that cannot fit is reported and stays inside its box")
    func overflows() throws {
        let text = element("much", "Luôn bật Bluetooth, đừng vuốt tắt", width: 100)
        let (frame, report) = try paint([text])
        #expect(report.overflowing == ["much"])
        #expect(!report.isFaultless)
        for y in 0..<frame.height {
            for x in 0..<frame.width where frame.colour(x: x, y: y) != Colour(0) {
                #expect(text.box.contains(Box(x: x, y: y, width: 1, height: 1)))
            }
        }
    }

    @Test("a character that no font has is counted")
    func unknown() throws {
        let (_, report) = try paint([element("private", "a\u{E123}b", width: 600)])
        #expect(report.unknownGlyphs == 1)
    }
}
