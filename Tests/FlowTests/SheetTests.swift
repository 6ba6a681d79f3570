import Foundation
import Testing

/// Printed sheets as `kiosk show` writes them, opened by poppler and zbar.
@Suite(.serialized) struct SheetTests {
    private func sheet(_ format: String, _ language: String, in folder: Folder) throws -> String {
        let path = try folder.write([], to: "\(format)-\(language).pdf")
        let outcome = try Program.run(
            "kiosk",
            [
                "show", "--sheet", format, "--language", language, "--plate", "67B-012.34", "--out",
                path,
            ]
        )
        #expect(outcome.code == 0, "\(outcome.errors)")
        return path
    }

    @Test(
        "a sheet has its fonts embedded, its text can be found and its code scanned",
        arguments: ["a3", "a4", "a5", "sticker"],
        ["vi", "km", "en"]
    )
    func sheets(format: String, language: String) throws {
        let folder = try Folder()
        let path = try sheet(format, language, in: folder)
        let fonts = try Program.run("env", ["pdffonts", path]).lines.dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts {
            // Columns from the right: object id (two), unicode, subset, embedded.
            let columns = font.split(separator: " ").suffix(5)
            #expect(columns.first == "yes", "\(font)")
            #expect(font.contains("NotoSans"))
        }
        let text = try Program.run("env", ["pdftotext", path, "-"]).output
            .precomposedStringWithCanonicalMapping
        #expect(text.contains("67B-012.34") && text.contains("august-2020/1"))
        #expect(text.contains("bluezone.gov.vn"))
        let isSticker = format == "sticker"
        let expected =
            switch language {
            case "vi": isSticker ? "Màn hình này đếm gì?" : "Phát hiện tiếp xúc"
            case "km": isSticker ? "តាមដាន" : "ដំឡើង"
            default: isSticker ? "What does this screen count?" : "Install Bluezone"
            }
        #expect(text.replacing("\u{A0}", with: " ").contains(expected), "\(text)")
        let picture = path + ".page"
        let drawn = try Program.run(
            "env",
            ["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", path, picture]
        )
        #expect(drawn.code == 0)
        let code = try Program.run("env", ["zbarimg", "-q", "--raw", picture + ".png"]).output
        #expect(code == "HTTPS://BLUEZONE.GOV.VN\n")
    }
}
