import Foundation
import Guidance
import KioskService
import Paint
import Testing

/// Every screen of the campaign as a board draws it: judged by the rules, read by another decoder, and
/// compared with what it looked like when somebody last looked.
@Suite(.serialized) struct CampaignPicturesTests {
    /// A panel of the issue: its size, and the millimetres and metres that are assumed for it.
    ///
    /// The same table is in `docs/guidance.md`.
    struct Panel: CustomTestStringConvertible {
        let size: PixelSize
        let millimetres: (width: Int, height: Int)
        let viewing: Double
        let scanning: Double
        /// The smallest font in pixels: Latin, Khmer.
        let fonts: (Int, Int)

        var testDescription: String { size.description }
        var geometry: PanelGeometry { PanelGeometry(size: size) }
    }

    static let panels = [
        panel(1920, 1080, (708, 398), 3, 1, (58, 66)),
        panel(1920, 360, (700, 131), 2.5, 0.8, (49, 56)),
        panel(1080, 1920, (398, 708), 3, 1, (58, 66)),
        panel(480, 320, (73, 49), 0.5, 0.2, (23, 27)),
        panel(800, 480, (154, 92), 0.9, 0.3, (33, 38)),
    ]

    private static func panel(
        _ width: Int,
        _ height: Int,
        _ millimetres: (Int, Int),
        _ viewing: Double,
        _ scanning: Double,
        _ fonts: (Int, Int)
    ) -> Panel {
        Panel(
            size: PixelSize(width: width, height: height),
            millimetres: millimetres,
            viewing: viewing,
            scanning: scanning,
            fonts: fonts
        )
    }

    static let states = [
        LiveState(clock: "07:42", date: "13/8/2020", count: .about(120)),
        LiveState(clock: "", date: "", count: .unknown(reason: "không nghe được Bluetooth")),
        LiveState(clock: "23:59", date: "", count: .fewerThanFive, notices: [.replay]),
    ]

    @Test("millimetres and distances that nobody gave are those of the table", arguments: panels)
    func assumed(panel: Panel) {
        let geometry = panel.geometry
        #expect(!geometry.isMeasured)
        #expect(geometry.viewing == panel.viewing * 1000)
        #expect(geometry.scanning == panel.scanning * 1000)
        for (pixels, millimetres) in [
            (panel.size.width, panel.millimetres.width),
            (panel.size.height, panel.millimetres.height),
        ] {
            #expect(abs(Double(pixels) / geometry.density - Double(millimetres)) < 1)
        }
        #expect(geometry.smallestFont(.vietnamese) == panel.fonts.0)
        #expect(geometry.smallestFont(.khmer) == panel.fonts.1)
    }

    @Test(
        "every picture keeps the rules, its code is read back, and it looks as it did",
        arguments: panels
    )
    func golden(panel: Panel) async throws {
        let pack = try ContentLoader.builtIn()
        let gallery = try await Gallery(pack: pack, panel: panel.geometry)
        #expect(gallery.findings.isEmpty, "\(panel.size): \(gallery.findings)")
        #expect(Set(gallery.prints.keys.map { $0.split(separator: "/")[1] }).count == 8)
        let seen = try Program.run(
            "env",
            ["zbarimg", "-q", "--raw", "-S*.disable", "-Sqrcode.enable"] + gallery.files
        )
        #expect(seen.lines.count == gallery.files.count, "\(seen.lines.count) codes were read")
        #expect(Set(seen.lines.map(String.init)) == [pack.code.text])
        let record = GoldenRecord(panel: panel.size.description)
        if GoldenRecord.isRenewed { return try record.renew(gallery.prints) }
        let changes = record.changes(gallery.prints)
        #expect(
            changes.isEmpty,
            """
            \(changes.count) of \(gallery.prints.count) pictures of \(panel.size) changed: \
            \(changes.prefix(20)); look at them, then run deploy/pictures/golden.sh renew
            """
        )
    }

    @Test("the live page keeps the rules whatever there is to say", arguments: panels)
    func live(panel: Panel) throws {
        let pack = try ContentLoader.builtIn()
        let painter = Painter()
        let layout = SlideLayout(panel: panel.geometry)
        let checker = LegibilityChecker(panel: panel.geometry)
        for language in Language.allCases {
            let slide = try #require(pack.slide("live", language))
            for state in Self.states {
                let list = layout.drawList(slide: slide, live: state)
                let findings = checker.findings(
                    list: list,
                    report: try painter.report(list),
                    place: "live/\(language.rawValue)"
                )
                #expect(findings.isEmpty, "\(panel.size): \(findings)")
            }
        }
    }

    @Test("a slide that is shifted against burn-in loses nothing", arguments: panels)
    func shifted(panel: Panel) throws {
        let slide = try #require(try ContentLoader.builtIn().slide("android", .vietnamese))
        let list = SlideLayout(panel: panel.geometry).drawList(slide: slide, live: Self.states[0])
        for step in 0..<9 {
            let shift = PixelShift(at: .init(seconds: Int64(step) * 180))
            for element in list.shifted(shift).elements {
                #expect(Box(panel.size).contains(element.box), "\(element)")
            }
        }
    }
}
