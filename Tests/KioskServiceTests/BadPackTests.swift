import Foundation
import Glibc
import Guidance
import Testing

@testable import KioskService

/// Packs that are wrong or mean harm are refused with a sentence of their own, soon and in little room.
@Suite struct BadPackTests {
    /// A way to spoil a pack, and what is then said.
    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let said: String
        let spoil: @Sendable (PackFolder) throws -> Void

        init(
            _ name: String,
            _ said: String,
            _ spoil: @escaping @Sendable (PackFolder) throws -> Void
        ) {
            testDescription = name
            self.said = said
            self.spoil = spoil
        }
    }

    private static func svg(_ body: String, viewBox: String = "0 0 200 200") -> String {
        "<svg viewBox=\"\(viewBox)\">\n\(body)\n</svg>\n"
    }

    private static func path(_ steps: String) -> String {
        svg("<path d=\"\(steps)\" fill=\"#000000\"/>")
    }

    private static let rect = "<rect width=\"9\" height=\"9\" fill=\"#000000\"/>"

    static let content: [Fault] = [
        Fault("missing translation", "live/en: translation: the page has no en") {
            try $0.change("pack.json5", "en: { title: \"Bluezone phones around here\" },", "")
        },
        Fault("text too long", "keep-on/vi: length: title has 70 characters; 1 to 48") {
            try $0.change(
                "pack.json5",
                "title: \"Luôn bật Bluetooth\"",
                "title: \"\(String(repeating: "x", count: 70))\""
            )
        },
        Fault("steps of one language only", "keep-on/vi: translation: 3 steps") {
            try $0.change("pack.json5", "\"Để Bluezone chạy~nền\",", "\"Để Bluezone\", \"chạy\",")
        },
        Fault("a code too long to scan", "code: 80 bytes need over 33 modules") {
            try $0.change(
                "pack.json5",
                "HTTPS://BLUEZONE.GOV.VN",
                String(repeating: "x", count: 80)
            )
        },
        Fault("a number and its unit apart", "privacy/vi: no-break space: \"18 phút\"") {
            try $0.change("pack.json5", "18~phút", "18 phút")
        },
        Fault("letters in parts", "1 combining marks, the first U+0323") {
            try $0.change("pack.json5", "Luôn bật Bluetooth", "Luôn ba\u{323}t Bluetooth")
        },
        Fault("Khmer without breaks", "clusters without U+200B; at most 12") {
            try $0.change("pack.json5", "កត់ត្រា|ការ|នៅ|ជិត|គ្នា ទុក|ក្នុង|ទូរស័ព្ទ|របស់អ្នក", "កកកកកកកកកកកកកក")
        },
        Fault("too many pages", "pages: 30 pages; a pack has 1 to 24") { folder in
            let page = "{ id: \"live\", live: true, vi: { title: \"a\" } },"
            try folder.change(
                "pack.json5",
                "pages: [",
                "pages: [\(String(repeating: page, count: 22))"
            )
        },
        Fault("progress that is no number", "progress: nan, 60.0: not within 0...100") {
            try $0.change("pack.json5", "percent: 7.64", "percent: NaN")
        },
        Fault("progress of 1e308", "progress: 1e+308, 60.0: not within 0...100") {
            try $0.change("pack.json5", "percent: 7.64", "percent: 1e308")
        },
        Fault("a version of 1e308", "a number in it is too large") {
            try $0.change("pack.json5", "version: 2", "version: 1e308")
        },
        Fault("a misspelt key", "unknown key pages[0].drwaing") {
            try $0.change("pack.json5", "drawing:", "drwaing:")
        },
    ]

    static let drawings: [Fault] = [
        Fault("a drawing cut off", "shield.svg: line 9:") {
            try $0.change("shield.svg", "/>\n</svg>", "")
        },
        Fault("an empty drawing", "there is no shape") { try $0.write(svg(""), to: "shield.svg") },
        Fault("a drawing of the wrong size", "the drawing is 900 x 200") {
            try $0.write(svg(rect, viewBox: "0 0 900 200"), to: "shield.svg")
        },
        Fault("a drawing of size NaN", "NaN is not a plain number") {
            try $0.write(svg(rect, viewBox: "0 0 NaN 200"), to: "shield.svg")
        },
        Fault("numbers of 1e308", "path command e is not read") {
            try $0.write(path("M0 0 L1 1e308"), to: "shield.svg")
        },
        Fault("shapes over the edge", "<path> has no size or lies partly outside") {
            try $0.write(path("M0 0 C 9999 0 9999 9999 0 9 Z"), to: "shield.svg")
        },
        Fault("a picture in the drawing", "<image> is not read") {
            try $0.write(svg("<image href=\"file:///etc/passwd\"/>"), to: "shield.svg")
        },
        Fault("entities that grow", "document types, entities and instructions are refused") {
            try $0.write("<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]>" + svg(rect), to: "shield.svg")
        },
        Fault("groups without end", "<g> is not read") {
            try $0.write(svg(String(repeating: "<g>", count: 20_000)), to: "shield.svg")
        },
        Fault("5000 steps in a path", "a path has more than 2000 steps") {
            try $0.write(path("M0 0" + String(repeating: "L1 1", count: 5000)), to: "shield.svg")
        },
        Fault("a million steps", "shield.svg: has 4000067 bytes; at most 65536") {
            let steps = "M0 0" + String(repeating: "L1 1", count: 1_000_000)
            try $0.write(path(steps), to: "shield.svg")
        },
        Fault("1000 shapes", "more than 400 shapes") {
            try $0.write(svg(String(repeating: rect, count: 1000)), to: "shield.svg")
        },
        Fault("a drawing that is no text", "the file is not UTF-8") {
            try $0.write([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], to: "shield.svg")
        },
        Fault("a drawing that is not there", "does: drawing: shield.svg: is not there") {
            try $0.remove("shield.svg")
        },
    ]

    static let files: [Fault] = [
        Fault("no pack", "pack.json5: is not there") { try $0.remove("pack.json5") },
        Fault("an empty pack", "the file is empty") { try $0.write("\n", to: "pack.json5") },
        Fault("a pack that is not JSON", "not JSON") {
            try $0.write("{ format: 1,", to: "pack.json5")
        },
        Fault("a pack that is not UTF-8", "pack.json5: is not UTF-8") {
            try $0.write([0x7B, 0xC3, 0x28, 0x7D], to: "pack.json5")
        },
        Fault("a pack of 300 MB", "pack.json5: has 314572800 bytes; at most 262144") {
            let file = open($0.path + "/pack.json5", O_RDWR)
            defer { close(file) }
            try #require(ftruncate(file, 300 << 20) == 0)
        },
        Fault("lists in lists", "pack.json5: brackets are 120000 deep; at most 32") {
            let deep = String(repeating: "[", count: 120_000)
            try $0.write(deep + String(repeating: "]", count: 120_000), to: "pack.json5")
        },
        Fault("a link to another file", "shield.svg: is a link") {
            try $0.remove("shield.svg")
            try #require(symlink("/etc/passwd", $0.path + "/shield.svg") == 0)
        },
        Fault("a pipe that nobody writes to", "shield.svg: is a folder, pipe") {
            try $0.remove("shield.svg")
            try #require(mkfifo($0.path + "/shield.svg", 0o600) == 0)
        },
        Fault("a path out of the folder", "../shield is not 1 to 40 characters") {
            try $0.change("pack.json5", "drawing: \"shield\"", "drawing: \"../shield\"")
        },
        Fault("a path from the root", "/etc/passwd is not 1 to 40 characters") {
            try $0.change("pack.json5", "drawing: \"shield\"", "drawing: \"/etc/passwd\"")
        },
    ]

    static let all = content + drawings + files

    @Test(
        "each kind of bad pack is refused with its own sentence, within two seconds",
        arguments: all
    )
    func refused(fault: Fault) throws {
        let folder = try PackFolder()
        try fault.spoil(folder)
        let begin = ContinuousClock.now
        let error = #expect(throws: ContentError.self) {
            try ContentLoader.load(folder: folder.path)
        }
        #expect(begin.duration(to: .now) < .seconds(2))
        let said = "\(try #require(error))"
        #expect(said.contains(fault.said), "\(said)")
        #expect(said.hasPrefix(folder.path + ": ") && said.count < 2000, "\(said.prefix(300))")
        // None is taken for another one.
        let others = Self.all.filter { $0.said != fault.said }
        #expect(others.allSatisfy { !said.contains($0.said) }, "\(said)")
    }

    @Test("three faults at once are all told, a line each")
    func together() throws {
        let folder = try PackFolder()
        try folder.write("x", to: "shield.svg")
        try folder.remove("store.svg")
        try folder.change("pack.json5", "18~phút", "18 phút")
        let error = #expect(throws: ContentError.self) {
            try ContentLoader.load(folder: folder.path)
        }
        let lines = try #require(error).lines
        #expect(lines.count == 3, "\(lines)")
        #expect(lines.first?.hasPrefix("android: drawing: store.svg: ") == true, "\(lines)")
    }

    @Test("an untouched copy is as good as the pack inside")
    func untouched() throws {
        let folder = try PackFolder()
        #expect(try ContentLoader.load(folder: folder.path) == ContentLoader.builtIn())
        withExtendedLifetime(folder) {}
    }
}
