import Census
import Foundation
import Guidance
import Testing

@testable import KioskService

@Suite struct ContentLoaderTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/KioskService/Content/august-2020")

    @Test("the built-in campaign is complete and keeps all rules")
    func builtIn() throws {
        let pack = try ContentLoader.builtIn()
        #expect(
            pack.pages.map(\.id) == [
                "android", "iphone", "keep-on", "does", "lookalikes", "free-data", "live",
                "privacy",
            ]
        )
        #expect(pack.slides.count == 24)
        #expect(pack.slides.allSatisfy { $0.drawing != nil })
        #expect(pack.code.text == GuidancePage.install.code.text && pack.code.modules == 25)
        let findings = PackChecker().findings(pack)
        // Nobody who reads Khmer has looked at it yet, and the content says so itself.
        #expect(findings.map(\.rule) == [.review])
        #expect(pack.words[.khmer]?.review == .awaitingNativeReviewer)
    }

    @Test("the privacy notice promises no less time than codes are kept")
    func promise() throws {
        let pack = try ContentLoader.builtIn()
        let minutes = (900 + CensusConfiguration().grace + 59) / 60
        for language in Language.allCases {
            let steps = try #require(pack.slide("privacy", language)).steps.map(\.text)
            #expect(steps.contains { $0.contains("\(minutes)\u{A0}") }, "\(language): \(minutes)")
        }
    }

    @Test("the pages say what the app and the province say, in the order the app asks")
    func facts() throws {
        let pack = try ContentLoader.builtIn()
        func text(_ page: String, _ language: Language) throws -> String {
            let slide = try #require(pack.slide(page, language))
            let all = ([slide.title] + slide.steps.map(\.text)).joined(separator: "|")
            return all.replacing("\u{A0}", with: " ").replacing("\u{200B}", with: "")
        }
        for language in Language.allCases {
            for page in ["android", "iphone", "lookalikes"] {
                #expect(try text(page, language).contains("“Bluezone - Phát hiện tiếp xúc”"))
            }
            #expect(try text("free-data", language).contains("0888 128 896"))
            #expect(try text("free-data", language).contains("bluezone.gov.vn"))
            #expect(try text("lookalikes", language).contains("Bluzone"))
        }
        let android = try text("android", .vietnamese)
        let order = ["Cho phép vị trí", "rồi bộ nhớ", "Bật vị trí", "rồi Bluetooth"]
        let places = order.compactMap { android.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
        #expect(try text("iphone", .vietnamese).contains("Cho phép Bluetooth, rồi thông báo"))
        let live = try #require(pack.slide("live", .vietnamese))
        #expect(live.progress.fill(live.words.progress, .vietnamese).contains("7,64\u{A0}%"))
    }

    @Test("every text of the campaign is in NFC")
    func normalForm() throws {
        for slide in try ContentLoader.builtIn().slides {
            for text in [slide.title, slide.words.progress] + slide.steps.map(\.text) {
                let composed = text.precomposedStringWithCanonicalMapping
                #expect(Array(text.unicodeScalars) == Array(composed.unicodeScalars), "\(text)")
            }
        }
    }

    /// The campaign's files with one of them changed.
    private func read(_ name: String, _ change: (String) -> String) throws -> ContentPack {
        try ContentLoader.read(pack: "changed") { file throws(ContentError) in
            guard let bytes = BuiltInContent.files[file] else {
                throw ContentError(pack: "changed", reason: "\(file) is missing")
            }
            guard file == name else { return bytes }
            return Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
        }
    }

    @Test(
        "a broken pack is refused with the page, the rule and the figure",
        arguments: [
            ("pack.json5", "format: 1", "format: 2", "this version reads 1"),
            ("pack.json5", "pages:", "pagse:", "unknown key pagse"),
            ("pack.json5", "drawing: \"live\",", "drawing: \"../live\",", "../live is not 1 to 40"),
            ("pack.json5", "drawing: \"live\",", "drawing: \"nix\",", "nix.svg is missing"),
            ("pack.json5", "id: \"live\"", "id: \"does\"", "does is there twice"),
            ("pack.json5", "percent: 7.64", "percent: 764", "not within 0...100"),
            ("pack.json5", "\"yes\", \"no\"]", "\"yes\", \"maybe\"]", "maybe is not yes"),
            (
                "pack.json5", "title: \"Luôn bật Bluetooth\"",
                "title: \"Luôn luôn luôn bật Bluetooth suốt cả ngày và suốt cả đêm nhé\"",
                "characters; 1 to 48"
            ),
            (
                "pack.json5", "en: { title: \"Bluezone phones around here\" },", "",
                "live/en: translation: the page has no en"
            ),
            ("pack.json5", "18~phút", "18 phút", "privacy/vi: no-break space: \"18 phút\""),
            ("shield.svg", "</svg>", "", "does: drawing: shield.svg: line"),
            ("shield.svg", "<circle", "<image", "<image> is not read"),
            ("shield.svg", "viewBox=\"0 0 200 200\"", "viewBox=\"0 0 900 200\"", "900 x 200"),
        ]
    )
    func refused(file: String, old: String, new: String, said: String) throws {
        let error = #expect(throws: ContentError.self) {
            try read(file) { $0.replacing(old, with: new) }
        }
        #expect("\(try #require(error))".contains(said), "\(error.map { "\($0)" } ?? "")")
    }

    @Test("a picture that would grow when read is refused unread")
    func bomb() throws {
        let bomb = String(repeating: "<path d=\"M0 0 L1 1\" fill=\"#000000\"/>", count: 5000)
        let error = #expect(throws: ContentError.self) {
            try read("shield.svg") { $0.replacing("</svg>", with: bomb + "</svg>") }
        }
        #expect("\(try #require(error))".contains("a drawing has at most 65536"))
    }

    @Test("a pack in a folder is read like the built-in one, and its absence is said")
    func folder() throws {
        let pack = try ContentLoader.load(folder: Self.folder.path)
        #expect(try pack == ContentLoader.builtIn())
        let error = #expect(throws: ContentError.self) {
            try ContentLoader.load(folder: "/nonexistent")
        }
        #expect("\(try #require(error))".contains("/nonexistent"))
    }

    @Test("what is essential is seen in Vietnamese within two minutes on every panel of the issue")
    func loop() throws {
        let pack = try ContentLoader.builtIn()
        #expect(pack.pages.filter(\.isEssential).map(\.id) == ["android", "iphone", "keep-on"])
        for (width, height) in [(1920, 1080), (1920, 360), (1080, 1920), (480, 320), (800, 480)] {
            let panel = PanelGeometry(size: PixelSize(width: width, height: height))
            let layout = SlideLayout(panel: panel)
            let checker = LoopChecker(layout: layout)
            #expect(checker.findings(pack).allSatisfy { $0.weight == .advice })
            let wait = try #require(checker.waits(pack)[.vietnamese])
            #expect((60...120).contains(wait), "\(panel.size): \(wait)")
            #expect(try #require(checker.rounds(pack)[.vietnamese]) < 1100)
            // Where half of the turns are Khmer or English nobody waits longer than half his stay.
            for (name, shares) in LanguageShares.places.dropFirst() {
                let wait = LoopChecker(layout: layout, shares: shares).waits(pack)[.vietnamese]
                #expect(try #require(wait) < 200, "\(panel.size), \(name)")
            }
            let khmer = LoopChecker(layout: layout, shares: .khmerTowns).waits(pack)[.khmer]
            #expect(try #require(khmer) < 360, "\(panel.size)")
        }
    }
}
