import Foundation
import Guidance
import Testing

@testable import Paint

@Suite struct FontsTests {
    @Test("Vietnamese and Khmer come from Noto Sans and Noto Sans Khmer, and others from nowhere")
    func families() throws {
        try #require(ProcessInfo.processInfo.environment["FONTCONFIG_FILE"] == nil)
        func text(_ string: String, _ language: Language) -> TextElement {
            TextElement(
                name: "t",
                box: Box(x: 0, y: 0, width: 600, height: 80),
                string: string,
                language: language,
                preferred: 40,
                floor: 40,
                colour: Colour(0xFFFFFF),
                background: Colour(0)
            )
        }
        func unknown(_ string: String, _ language: Language) throws -> Int {
            let list = DrawList(
                size: PixelSize(width: 600, height: 80),
                elements: [.text(text(string, language))]
            )
            return try Painter().paint(list).report.unknownGlyphs
        }
        #expect(try unknown("Bật Bluetooth ẴỄỮỘ", .vietnamese) == 0)
        #expect(try unknown("បើក\u{200B}ប៊្លូធូស", .khmer) == 0)
        // Thai is in other fonts of the package that the board does not use.
        #expect(try unknown("ก", .english) == 1)
    }
}
