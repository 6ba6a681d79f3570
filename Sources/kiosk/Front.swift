import Guidance
import KioskService
import Lifecycle
import Screen

/// What people see, and what it is made with: the glass, its painter, and the pages with their order.
struct Front {
    let glass: ScreenGlass
    /// What lights the panel.
    let desk: PanelDesk
    let shop: PaintShop
    let stage: Stage
    /// The pack that is shown.
    let content: ContentKeeper
    /// What was shown.
    let shown: ShownPages

    /// Opens the display and reads what is inside the program; the settings' pack is judged later.
    init(
        _ spec: DisplaySpec,
        board: BoardProfile,
        settings: KioskSettings,
        log: Log
    ) async {
        let desk = PanelDesk(spec: spec, panel: board.panel, log: log)
        let glass = await ScreenGlass(spec: spec, board: board, desk: desk, log: log)
        let content = Self.content(board.panel, of: glass, settings: settings, log: log)
        (self.glass, self.desk, self.content) = (glass, desk, content)
        shop = PaintShop()
        shown = ShownPages()
        stage = Stage(
            glass: glass,
            painter: shop,
            show: Self.show(content.offer.pack, on: board.panel, at: settings.place),
            content: { content.offer },
            shown: shown,
            log: log
        )
    }

    /// Keeps what is shown: the pack of the settings, else the one inside the program.
    private static func content(
        _ panel: BoardProfile.Panel,
        of glass: ScreenGlass,
        settings: KioskSettings,
        log: Log
    ) -> ContentKeeper {
        let shares = settings.place.shares
        return ContentKeeper(folder: settings.content, log: log) { pack in
            let geometry = PanelGeometry(
                size: glass.size,
                millimetres: panel.pictureMillimetres,
                viewing: panel.viewing
            )
            return try PackJudge(panel: geometry, shares: shares).findings(pack)
                .filter { !$0.rule.isOfPanel }
        }
    }

    private static func show(
        _ pack: ContentPack?,
        on panel: BoardProfile.Panel,
        at place: KioskPlace
    ) -> SlideShow {
        SlideShow(
            pack: pack,
            place: SlideShow.Place(
                millimetres: panel.pictureMillimetres,
                viewing: panel.viewing,
                shares: place.shares,
                sun: place.sun
            )
        )
    }
}
