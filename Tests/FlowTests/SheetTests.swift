import Foundation
import Guidance
import KioskService
import Testing

/// Printed sheets as `kiosk show` writes them, opened by poppler and zbar.
@Suite(.serialized) struct SheetTests {
    private static let plate = "67B-012.34"

    private func sheet(_ format: SheetFormat, _ language: Language, _ path: String) throws {
        let outcome = try Program.run(
            "kiosk",
            [
                "show", "--sheet", format.rawValue, "--language", language.rawValue, "--plate",
                Self.plate, "--out", path,
            ]
        )
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    private func output(_ program: [String]) throws -> String {
        let outcome = try Program.run("env", program)
        #expect(outcome.code == 0, "\(program): \(outcome.errors)")
        return outcome.output
    }

    @Test(
        "a sheet opens, its fonts are embedded, its text is found and its code scanned",
        arguments: SheetFormat.allCases,
        Language.allCases
    )
    func sheets(format: SheetFormat, language: Language) throws {
        let folder = try Folder()
        let path = try folder.write([], to: "\(format.rawValue)-\(language.rawValue).pdf")
        try sheet(format, language, path)
        try checkSize(of: path, format)
        try checkFonts(of: path)
        let page = format == .sticker ? "privacy" : "android"
        let slide = try #require(try ContentLoader.builtIn().slide(page, language))
        try checkText(of: path, slide)
        let picture = path + ".page"
        _ = try output(["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", path, picture])
        let code = try output(["zbarimg", "-q", "--raw", picture + ".png"])
        #expect(code == slide.code.text + "\n")
    }

    /// The page is the cut size with 10 mm around it for bleed and crop marks; a point is 25.4/72 mm.
    private func checkSize(of path: String, _ format: SheetFormat) throws {
        let facts = try output(["pdfinfo", path])
        let line = try #require(facts.split(separator: "\n").first { $0.hasPrefix("Page size:") })
        let sides = line.split(separator: " ").compactMap { Double($0) }.map { $0 * 25.4 / 72 }
        let (width, height) = format.millimetres
        #expect(sides.count == 2)
        #expect(zip(sides, [width, height]).allSatisfy { abs($0 - Double($1 + 20)) < 0.1 })
        #expect(facts.contains("Pages:           1\n"))
    }

    /// Columns from the right: object id (two), unicode, subset, embedded.
    private func checkFonts(of path: String) throws {
        let fonts = try output(["pdffonts", path]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts {
            let columns = font.split(separator: " ").suffix(5).prefix(3)
            #expect(Array(columns) == ["yes", "yes", "yes"], "\(font)")
            #expect(font.contains("NotoSans"))
        }
    }

    /// Every title and step is there, in NFC and in the order of writing.
    ///
    /// Spaces are left out on both sides: where a Khmer sign reaches back over its letter, pdftotext
    /// takes the step back for a gap. It must be told to keep the order of the file (-raw): sorted by
    /// place, signs under a letter come on a line of their own.
    private func checkText(of path: String, _ slide: Slide) throws {
        let text = try output(["pdftotext", "-raw", path, "-"]).bare
        for words in [slide.title, slide.code.address, slide.words.caption, "august-2020/2"]
            + slide.steps.map(\.text)
        {
            #expect(text.contains(words.bare), "\(words.bare) is not in \(text)")
        }
        #expect(text.contains(Self.plate.bare))
        // Vietnamese needs no such care.
        guard slide.language == .vietnamese else { return }
        let plain = try output(["pdftotext", path, "-"]).precomposedStringWithCanonicalMapping
        let title = slide.title.replacing("\u{A0}", with: " ")
        #expect(plain.replacing("\u{A0}", with: " ").contains(title))
    }
}

extension String {
    /// Composed letters without white space and places to break.
    fileprivate var bare: String {
        String(
            precomposedStringWithCanonicalMapping.unicodeScalars
                .filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }
                .map(Character.init)
        )
    }
}
