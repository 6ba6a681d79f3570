import Guidance
import Testing

@Suite struct LegibilityTests {
    private let panel = PackSamples.panels[0]

    private func report(_ size: Int, _ colour: UInt32 = 0xFFFFFF) -> DrawReport {
        var report = DrawReport()
        let text = TextElement(
            name: "title",
            box: Box(x: 0, y: 0, width: 9, height: 9),
            string: "x",
            language: .vietnamese,
            preferred: size,
            floor: 1,
            colour: Colour(colour),
            background: Colour(0x0B2545)
        )
        report.texts = [DrawReport.Drawn(text: text, size: size)]
        return report
    }

    private func rules(_ report: DrawReport, _ list: DrawList? = nil) -> [Finding] {
        LegibilityChecker(panel: panel).findings(
            list: list ?? DrawList(size: panel.size, elements: []),
            report: report,
            place: "a/vi/1"
        )
    }

    @Test("a screen that keeps all rules has no findings")
    func good() {
        #expect(rules(report(58)).isEmpty)
    }

    @Test("capitals that are too low are found with their millimetres")
    func capitals() throws {
        let finding = try #require(rules(report(28)).first)
        #expect(finding.rule == .capitalHeight && finding.weight == .refusal)
        #expect("\(finding)".contains("a/vi/1: capital height: title has capitals of 7.4 mm"))
        #expect("\(finding)".contains("needs 15.0 mm"))
    }

    @Test(
        "poor contrast is refused, fair contrast is told",
        arguments: [(0xD00000, Finding.Weight.refusal), (0x8899AA, .advice)]
            as [(UInt32, Finding.Weight)]
    )
    func contrast(colour: UInt32, weight: Finding.Weight) throws {
        let finding = try #require(rules(report(58, colour)).first)
        #expect(finding.rule == .contrast && finding.weight == weight)
    }

    @Test("what the painter noticed is refused by its rule")
    func painter() {
        var bad = report(58)
        bad.overflowing = ["title"]
        bad.unknownGlyphs = 2
        bad.brokenSyllables = ["title"]
        #expect(rules(bad).map(\.rule) == [.overflow, .glyphs, .syllables])
        #expect(rules(bad).allSatisfy { $0.weight == .refusal })
    }

    @Test("a code that is too small or has no quiet zone is refused with its figure")
    func code() {
        func list(_ side: Int) -> DrawList {
            let box = Box(x: 0, y: 0, width: side, height: side)
            let code = CodeElement(box: box, text: GuidancePage.install.code.text)
            return DrawList(size: panel.size, elements: [.code(code)])
        }
        var report = report(58)
        report.codeModules = [10]
        #expect(rules(report, list(330)).isEmpty)
        #expect(rules(report, list(300)).map(\.rule) == [.quietZone])
        report.codeModules = [4]
        let small = rules(report, list(132))
        #expect(small.map(\.rule) == [.code])
        #expect("\(small)".contains("read 0.4 m away; 1.0 m needs 10"))
    }

    @Test(
        "spelling that breaks lines or fonts is found",
        arguments: [
            ("Ca\u{300}i Bluezone", Language.vietnamese, Finding.Rule.normalForm),
            ("trong 15 phút", .vietnamese, .noBreakSpace), ("5 GB", .english, .noBreakSpace),
            ("7,64 %", .khmer, .noBreakSpace), ("ứng dụng", .vietnamese, .noBreakSpace),
            ("Điện thoại", .vietnamese, .noBreakSpace),
            (String(repeating: "ក", count: 13), .khmer, .khmerBreaks),
        ]
    )
    func spelling(text: String, language: Language, rule: Finding.Rule) {
        #expect(TextRules.findings(text, language, place: "p").map(\.rule) == [rule])
    }

    @Test(
        "spelling that is right is left alone",
        arguments: [
            ("trong 15\u{A0}phút", Language.vietnamese), ("ứng\u{A0}dụng", .vietnamese),
            ("ក្រ\u{200B}" + String(repeating: "ក", count: 12), .khmer),
            ("Android\u{A0}6.0, 13 phones", .english), ("Ẵ Ễ Ữ Ộ ặ", .vietnamese),
        ]
    )
    func rightSpelling(text: String, language: Language) {
        #expect(TextRules.findings(text, language, place: "p").isEmpty)
    }

    @Test("a sound pack has no findings")
    func soundPack() {
        let pack = PackSamples.pack([PackSamples.page("a"), PackSamples.page("live", steps: 0)])
        #expect(PackChecker().findings(pack).isEmpty)
    }

    private static let longStep = String(repeating: "x", count: 91)

    /// What is done to a sound pack, and what its first finding then says.
    private static let faults: [(said: String, change: @Sendable (inout ContentPack) -> Void)] = [
        ("a/km: translation: the page has no km", { $0.pages[0].texts[.khmer] = nil }),
        ("test/en: translation: the language is missing", { $0.words[.english] = nil }),
        (
            "a/vi: length: step 2 has 91 characters; 1 to 90",
            { $0.pages[0].texts[.vietnamese]?.steps[1] = longStep }
        ),
        (
            "a/vi: length: title has 0 characters; 1 to 48",
            { $0.pages[0].texts[.vietnamese]?.title = "" }
        ),
        ("a: drawing: x is not among the pack's drawings", { $0.pages[0].drawing = "x" }),
        (
            "a/vi: translation: 2 steps; languages or marks have another number",
            { $0.pages[0].texts[.english]?.steps.removeLast() }
        ),
        ("test: length: 0 pages; a pack has 1 to 24", { $0.pages = [] }),
        (
            "test: code: 60 bytes need over 33 modules; shorten the text",
            { $0.code.text = String(repeating: "x", count: 60) }
        ),
        (
            "test/km: review: awaits a native reviewer (advice)",
            { $0.words[.khmer]?.review = .awaitingNativeReviewer }
        ),
    ]

    @Test("each fault of a pack is found with its page and figure", arguments: Self.faults.indices)
    func found(index: Int) {
        var pack = PackSamples.pack([PackSamples.page("a")])
        Self.faults[index].change(&pack)
        let first = PackChecker().findings(pack).first.map { "\($0)" }
        #expect(first == Self.faults[index].said)
    }

    @Test("a screen stands as long as half its readers need, within bounds")
    func dwell() throws {
        let pack = PackSamples.pack([PackSamples.page("a")])
        var slide = try #require(pack.slide("a", .english))
        slide.title = String(repeating: "x", count: 70)
        #expect(abs(ReadingTime([], in: slide).wanted - 13) < 0.01)
        slide.title = "x"
        #expect(ReadingTime([], in: slide).dwell == 8)
        slide.title = String(repeating: "ក", count: 50)
        #expect(abs(ReadingTime([], in: slide).wanted - 13) < 0.01)
        slide.title = String(repeating: "x", count: 700)
        #expect(ReadingTime([], in: slide).dwell == 20)
    }

    @Test("a pack whose essential pages do not come round soon is refused with its seconds")
    func loop() throws {
        var pack = PackSamples.pack((0..<20).map { PackSamples.page("p\($0)") })
        let layout = SlideLayout(panel: panel)
        let findings = LoopChecker(layout: layout).findings(pack)
        #expect(findings.map(\.rule) == [.loop, .loop])
        #expect(findings.map(\.weight) == [.refusal, .advice])
        #expect("\(findings)".contains("until all essential pages were seen; at most 120 s"))
        for page in 0..<4 { pack.pages[page].isEssential = true }
        #expect(LoopChecker(layout: layout).findings(pack).isEmpty)
        let wait = try #require(LoopChecker(layout: layout).waits(pack)[.vietnamese])
        // Four pages, a guest, and the page that was missed: 8 s each.
        #expect(abs(wait - 48) < 0.1)
        // Half of the stay is the limit where Vietnamese has half of the turns.
        let towns = LoopChecker(layout: layout, shares: .khmerTowns, stay: 100)
        #expect("\(towns.findings(pack))".contains("at most 50 s"))
    }

    @Test("a language that is never shown is told, and no figure is made up")
    func never() throws {
        let pack = PackSamples.pack([PackSamples.page("a")])
        let shares = try #require(LanguageShares([.vietnamese: 1000, .khmer: 1]))
        let findings = LoopChecker(layout: SlideLayout(panel: panel), shares: shares)
            .findings(pack)
        #expect(findings.allSatisfy { $0.weight == .advice })
    }

    @Test("numbers are written as the language does, and counts stay coarse")
    func words() {
        typealias Progress = ContentPack.Progress
        #expect(Progress.words(7.64, .vietnamese) == "7,64\u{A0}%")
        #expect(Progress.words(7.64, .english) == "7.64%")
        #expect(Progress.words(60, .khmer) == "60\u{A0}%")
        #expect(Progress.words(7.05, .english) == "7.05%")
        let progress = Progress(percent: 7.64, target: 60)
        #expect(progress.fill("a {percent} b {target} {x} {", .english) == "a 7.64% b 60% {x} {")
        #expect(LiveCount.about(13).words(in: .english) == "about\u{A0}15")
        #expect(LiveCount.about(3).words(in: .english) == "fewer than\u{A0}5")
        #expect(LiveCount.about(.max).words(in: .khmer).contains("គ្រឿង"))
        #expect(LiveCount.unknown(reason: "r").words(in: .english) == "not counted yet")
        #expect(LiveCount.unknown(reason: "r").words(in: .vietnamese).contains("r"))
        #expect(Notice.replay.words(in: .vietnamese) == Notice.replay.vietnamese)
    }
}
