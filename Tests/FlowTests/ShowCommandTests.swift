import Foundation
import Testing

/// `kiosk show` from outside: files, lists, checks and what it refuses.
@Suite(.serialized) struct ShowCommandTests {
    /// The width and height in the header of a PNG.
    private func size(_ path: String) throws -> [Int] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        try #require(bytes.count > 24 && bytes[1] == UInt8(ascii: "P"))
        return [16, 20].map { start in
            bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    @Test("pages are listed with their titles")
    func list() throws {
        let outcome = try Program.run("kiosk", ["show", "--list"])
        let names = outcome.lines.compactMap { $0.split(separator: "\t").first }
        #expect(
            names == [
                "android", "iphone", "keep-on", "does", "lookalikes", "free-data", "live",
                "privacy", "install",
            ]
        )
    }

    @Test(
        "a page becomes a picture of the panel's size",
        arguments: [
            ([], [1920, 1080]), (["--page", "install", "--size", "1920x360"], [1920, 360]),
            (["--page", "live", "--language", "km", "--night", "--size", "800x480"], [800, 480]),
            (["--rotate", "90", "--size", "480x320", "--page", "does"], [480, 320]),
            (
                ["--size", "1280x800", "--millimetres", "217x136", "--view-distance", "1"],
                [1280, 800]
            ),
        ]
    )
    func picture(options: [String], expected: [Int]) throws {
        let folder = try Folder()
        let path = try folder.write([], to: "page.png")
        let outcome = try Program.run("kiosk", ["show", "--out", path] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try size(path) == expected)
        withExtendedLifetime(folder) {}
    }

    @Test(
        "what cannot be is refused with the option and what helps",
        arguments: [
            (["--out", "x.gif"], "end the name with .png or .pdf", 2),
            (["--out", "x.png", "--page", "nix"], "there are android, iphone", 2),
            (["--out", "x.png", "--language", "de"], "vi, km, en", 2),
            (["--out", "x.png", "--size", "9x9"], "160 to 7680", 2),
            (["--out", "x.png", "--rotate", "45"], "0, 90, 180, 270", 2),
            (["--out", "x.png", "--millimetres", "700x700"], "not the shape", 2),
            (["--out", "x.png", "--part", "9"], "--part 9: android has", 2),
            (["--out", "x.png", "--sheet", "a4"], "end the name with .pdf", 2),
            (["--out", "x.pdf", "--sheet", "a9"], "a3, a4, a5, sticker", 2),
            (["--out", "x.png", "--plate", "67B"], "--plate goes with --sheet", 2),
            (["--out", "x.png", "--content", "/nonexistent"], "/nonexistent", 1),
            ([], "say what to do", 2),
        ]
    )
    func refused(options: [String], said: String, code: Int32) throws {
        let outcome = try Program.run("kiosk", ["show"] + options)
        #expect(outcome.code == code)
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
    }

    @Test("the campaign keeps the rules on a usual panel, and breaks them from too far away")
    func check() throws {
        let near = try Program.run("kiosk", ["show", "--check"])
        #expect(near.code == 0 && near.output.contains("august-2020/2 on 1920x1080: 0 refusals"))
        #expect(near.output.contains("km: review: awaits a native reviewer (advice)"))
        let far = try Program.run("kiosk", ["show", "--check", "--view-distance", "25"])
        #expect(far.code == 1)
        #expect(far.output.contains("25.0 m away needs 125.0 mm"))
    }

    @Test("an export has every screen, how long each stands, and says when there is no video")
    func export() throws {
        let folder = try Folder()
        let path = folder.path + "/export"
        let outcome = try Program.run(
            "kiosk",
            ["show", "--export", path, "--size", "480x320"]
        )
        #expect(outcome.code == 0, "\(outcome.errors)")
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let loop = try String(contentsOfFile: path + "/loop.txt", encoding: .utf8)
        let pictures = names.filter { $0.hasSuffix(".png") }
        #expect(pictures.count > 24 && pictures.contains("privacy-km-1.png"))
        #expect(pictures.allSatisfy { loop.contains("file \($0)\nduration ") })
        #expect(names.contains("loop.mp4") || outcome.errors.contains("ffmpeg is not installed"))
        guard names.contains("loop.mp4") else { return }
        let wanted = loop.split(separator: "\n").filter { $0.hasPrefix("duration ") }
            .compactMap { Double($0.dropFirst(9)) }.reduce(0, +)
        let probe = [
            "ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0",
        ]
        let found = try Program.run("env", probe + [path + "/loop.mp4"]).output
        let seconds = try #require(Double(found.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(abs(seconds - wanted) <= 1, "\(seconds) of \(wanted)")
    }
}
