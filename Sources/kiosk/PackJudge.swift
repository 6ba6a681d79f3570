import Guidance
import Paint

/// Judges a pack wholly: its texts, its loop, and every screen as it is drawn on a panel.
struct PackJudge {
    let panel: PanelGeometry
    let shares: LanguageShares

    /// The live part that takes the most room.
    private static let live = LiveState(clock: "23:59", date: "", count: .about(120))

    /// What breaks a rule, refusals and advice.
    ///
    /// Throws `PaintError` when a screen cannot be drawn at all.
    func findings(_ pack: ContentPack) throws -> [Finding] {
        let layout = SlideLayout(panel: panel)
        let checker = LegibilityChecker(panel: panel)
        let painter = Painter()
        var findings = PackChecker().findings(pack)
        findings += LoopChecker(layout: layout, shares: shares).findings(pack)
        for slide in pack.slides {
            for part in layout.parts(of: slide).indices {
                let list = layout.drawList(slide: slide, part: part, live: Self.live)
                let place = "\(slide.id)/\(slide.language.rawValue)/\(part + 1)"
                let report = try painter.report(list)
                findings += checker.findings(list: list, report: report, place: place)
            }
        }
        return findings
    }
}
