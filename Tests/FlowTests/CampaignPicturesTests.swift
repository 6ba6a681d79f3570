import Foundation
import Guidance
import KioskService
import Paint
import Testing

/// Every screen of the campaign as a board draws it, judged by the rules and by another decoder.
@Suite(.serialized) struct CampaignPicturesTests {
    static let sizes = [(1920, 1080), (1920, 360), (1080, 1920), (480, 320), (800, 480)]
        .map { PixelSize(width: $0.0, height: $0.1) }

    static let states = [
        LiveState(clock: "07:42", date: "13/8/2020", count: .about(120)),
        LiveState(clock: "", date: "", count: .unknown(reason: "không nghe được Bluetooth")),
        LiveState(clock: "23:59", date: "", count: .fewerThanFive, notices: [.replay]),
    ]

    @Test("every page in every language keeps the rules, by day and by night", arguments: sizes)
    func legible(size: PixelSize) throws {
        let pack = try ContentLoader.builtIn()
        let panel = PanelGeometry(size: size)
        let painter = Painter()
        let checker = LegibilityChecker(panel: panel)
        for palette in [Palette.day, .night] {
            let layout = SlideLayout(panel: panel, palette: palette)
            for slide in pack.slides {
                for part in layout.parts(of: slide).indices {
                    let place = "\(slide.id)/\(slide.language.rawValue)/\(part + 1)"
                    // The live part stands alone on its page, so other states need only that page.
                    for live in slide.isLive ? Self.states : [Self.states[0]] {
                        let list = layout.drawList(slide: slide, part: part, live: live)
                        #expect(list.elements.allSatisfy { Box(size).contains($0.box) })
                        let report = try painter.paint(list).report
                        let findings = checker.findings(list: list, report: report, place: place)
                        #expect(findings.isEmpty, "\(size): \(findings)")
                    }
                }
            }
        }
    }

    @Test("every code on every screen is read back by another decoder", arguments: sizes)
    func decoded(size: PixelSize) throws {
        let pack = try ContentLoader.builtIn()
        let folder = try Folder()
        let painter = Painter()
        var files: [String] = []
        for (name, palette) in [("day", Palette.day), ("night", .night)] {
            let layout = SlideLayout(panel: PanelGeometry(size: size), palette: palette)
            for slide in pack.slides {
                for part in layout.parts(of: slide).indices {
                    let list = layout.drawList(slide: slide, part: part, live: Self.states[0])
                    let frame = try painter.paint(list).frame
                    let file = "\(slide.id)-\(slide.language.rawValue)-\(part)-\(name).png"
                    files.append(
                        try folder.write(try PNGEncoder.encode(frame, maximumWidth: 960), to: file)
                    )
                }
            }
        }
        let seen = try Program.run("env", ["zbarimg", "-q", "--raw"] + files)
        #expect(seen.lines.count == files.count, "\(seen.lines.count) of \(files.count)")
        #expect(Set(seen.lines.map(String.init)) == [pack.code.text])
    }

    @Test("a slide that is shifted against burn-in loses nothing")
    func shifted() throws {
        let pack = try ContentLoader.builtIn()
        let slide = try #require(pack.slide("android", .vietnamese))
        for size in Self.sizes {
            let list = SlideLayout(panel: PanelGeometry(size: size))
                .drawList(slide: slide, live: Self.states[0])
            for step in 0..<9 {
                let shift = PixelShift(at: .init(seconds: Int64(step) * 180))
                for element in list.shifted(shift).elements {
                    #expect(Box(size).contains(element.box), "\(element)")
                }
            }
        }
    }
}
