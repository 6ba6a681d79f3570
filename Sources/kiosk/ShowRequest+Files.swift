import Commands
import Guidance
import Paint
import SystemIO

extension ShowRequest {
    /// Draws the page into a PNG or PDF.
    func writePage(to path: String) throws {
        let list = try self.list()
        let painter = Painter()
        let report: DrawReport
        if path.hasSuffix(".pdf") {
            guard quarters == 0 else { throw UsageError("--rotate: a PDF is not turned") }
            let pdf = try painter.pdf([list], density: panel.density, title: "Bluezone")
            try Files.replace(path, with: pdf.bytes)
            report = pdf.reports.first ?? DrawReport()
        } else if path.hasSuffix(".png") {
            let (frame, noticed) = try painter.paint(list)
            try Files.replace(path, with: try painter.png(frame.turned(quarters: quarters)))
            report = noticed
        } else {
            throw UsageError("--out \(path): end the name with .png or .pdf")
        }
        guard report.isFaultless else {
            throw CommandFailure(
                "\(path): drawn, but not legible: \(Self.faults(report))",
                exitCode: .no
            )
        }
    }

    /// The page that was asked for, arranged on the panel.
    private func list() throws -> DrawList {
        if page == GuidancePage.install.id {
            guard language == .vietnamese else {
                throw UsageError("--page install: only in vi")
            }
            let live = LiveState(
                clock: Self.live.clock,
                date: Self.live.date,
                count: Self.live.count,
                notices: [.text("ẢNH MẪU")]
            )
            return PageLayout(palette: palette)
                .drawList(page: .install, live: live, size: panel.size)
        }
        let slide = try slide()
        let count = layout.parts(of: slide).count
        guard part <= count else {
            throw UsageError("--part \(part): \(slide.id) has \(count) on this panel")
        }
        return layout.drawList(slide: slide, part: part - 1, live: Self.live)
    }

    private static func faults(_ report: DrawReport) -> String {
        var faults = report.overflowing.map { "\($0) is cut off" }
        if report.unknownGlyphs > 0 {
            faults.append("\(report.unknownGlyphs) characters have no glyph")
        }
        faults += report.brokenSyllables.map { "\($0) has a broken syllable" }
        return faults.joined(separator: ", ")
    }

    /// Draws a printed sheet into a PDF.
    func writeSheet(_ format: SheetFormat, to path: String) throws {
        guard path.hasSuffix(".pdf") else {
            throw UsageError("--out \(path): a sheet is a PDF; end the name with .pdf")
        }
        let slide = try slide(page ?? (format == .sticker ? "privacy" : nil))
        var imprint = [pack.versionCode, slide.words.privacy]
        if !plate.isEmpty { imprint.insert(plate, at: 1) }
        let list = format.drawList(slide: slide, imprint: imprint.joined(separator: "  ·  "))
        let pdf = try Painter().pdf(
            [list],
            density: Double(SheetFormat.density),
            title: slide.title
        )
        try Files.replace(path, with: pdf.bytes)
        let report = pdf.reports.first ?? DrawReport()
        let findings = LegibilityChecker(panel: format.panel)
            .findings(list: list, report: report, place: "\(slide.id)/\(slide.language.rawValue)")
        for finding in findings { Console.error("kiosk show: \(finding)") }
        guard findings.allSatisfy({ $0.weight == .advice }) else {
            throw CommandFailure("\(path): drawn, but it breaks a rule, see above", exitCode: .no)
        }
    }

    /// Draws all pages of all languages on one picture.
    func writeContactSheet(to path: String) throws {
        guard path.hasSuffix(".png") else {
            throw UsageError("--contact \(path): end the name with .png")
        }
        let painter = Painter()
        let frames = try screens().map { try painter.paint($0.list).frame }
        let (columns, width) =
            switch AspectClass(panel) {
            case .wide: (6, 230)
            case .bar: (3, 300)
            case .portrait: (10, 130)
            case .small: (8, 146)
            }
        let sheet = try ContactSheet.compose(frames, columns: columns, width: width)
        try Files.replace(path, with: try PNGEncoder.encode(sheet))
    }

    /// Every screen of the pack: page, language and part, with its list.
    func screens() -> [(place: String, slide: Slide, seconds: Double, list: DrawList)] {
        pack.slides.flatMap { slide in
            let parts = layout.parts(of: slide)
            return parts.indices.map { index in
                (
                    "\(slide.id)/\(slide.language.rawValue)/\(index + 1)",
                    slide,
                    ReadingTime(parts[index], in: slide, isFurther: index > 0).dwell,
                    layout.drawList(slide: slide, part: index, live: Self.live)
                )
            }
        }
    }

    /// Says what of the pack breaks a rule on the panel.
    func check() throws -> ExitCode {
        let findings = try PackJudge(panel: panel, shares: .usual).findings(pack)
        for finding in findings { Console.out("\(finding)") }
        let refusals = findings.count { $0.weight == .refusal }
        Console.out(
            "\(pack.versionCode) on \(panel.size): \(refusals) refusals, "
                + "\(findings.count - refusals) pieces of advice"
        )
        for place in LanguageShares.places { Console.out(waits(place.name, place.shares)) }
        return refusals == 0 ? .fine : .no
    }

    /// How long passengers wait for the pages, in a line for a kind of place.
    private func waits(_ name: String, _ shares: LanguageShares) -> String {
        let checker = LoopChecker(layout: layout, shares: shares)
        let (waits, rounds) = (checker.waits(pack), checker.rounds(pack))
        let words = Language.allCases.compactMap { language -> String? in
            guard let wait = waits[language], let round = rounds[language] else { return nil }
            return "\(language.rawValue) \(Self.seconds(wait)), all \(Self.seconds(round))"
        }
        return "essential pages seen within, \(name): " + words.joined(separator: "; ")
    }

    private static func seconds(_ value: Double) -> String {
        value.isFinite ? "\(Int(value.rounded(.up))) s" : "over an hour"
    }
}
