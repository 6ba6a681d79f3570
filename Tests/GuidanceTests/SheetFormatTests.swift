@testable import Guidance
import Testing

@Suite struct SheetFormatTests {
    private func list(_ format: SheetFormat) throws -> DrawList {
        let slide = try #require(PackSamples.pack([PackSamples.page("a")]).slide("a", .vietnamese))
        return format.drawList(slide: slide, imprint: "test/7  ·  67B-012.34")
    }

    private func texts(_ list: DrawList) -> [TextElement] {
        list.elements.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    @Test(
        "eight crop marks stand at the cut, outside the bleed",
        arguments: SheetFormat.allCases
    )
    func cropMarks(format: SheetFormat) throws {
        let list = try list(format)
        let (cut, bleed) = (SheetFormat.margin, SheetFormat.margin - SheetFormat.bleed)
        let density = SheetFormat.density
        let marks = list.elements.compactMap { element -> Box? in
            guard case .fill(let fill) = element, fill.colour == Colour(0) else { return nil }
            return fill.box
        }
        #expect(marks.count == 8)
        let bled = Box(
            x: bleed * density,
            y: bleed * density,
            width: list.size.width - 2 * bleed * density,
            height: list.size.height - 2 * bleed * density
        )
        for mark in marks {
            let isOut =
                mark.right <= bled.x || mark.x >= bled.right || mark.bottom <= bled.y
                || mark.y >= bled.bottom
            #expect(isOut, "\(mark)")
            let (x, y) = (mark.x + mark.width / 2, mark.y + mark.height / 2)
            let isUpright = mark.height > mark.width
            let at = isUpright ? [x, list.size.width - x] : [y, list.size.height - y]
            #expect(at.contains(cut * density), "\(mark)")
        }
    }

    @Test(
        "text and code keep off the cut, and the imprint says version and plate",
        arguments: SheetFormat.allCases
    )
    func margins(format: SheetFormat) throws {
        let list = try list(format)
        #expect(format.safeMargin == (format == .sticker ? 3 : 5))
        let inset = (SheetFormat.margin + format.safeMargin) * SheetFormat.density
        let safe = Box(list.size).inset(horizontal: inset, vertical: inset)
        for text in texts(list) {
            #expect(safe.contains(text.box), "\(text.name)")
        }
        for case .code(let code) in list.elements {
            #expect(safe.contains(code.box))
        }
        let imprint = try #require(texts(list).first { $0.name == "imprint" })
        #expect(imprint.string == "test/7  ·  67B-012.34")
    }
}
