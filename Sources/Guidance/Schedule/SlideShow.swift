package import Fleet

/// What a kiosk shows from moment to moment: the loop's screens, in the colours of day or night.
///
/// Without a pack, with no page for the hour, or on a panel too small for slides it is the built-in
/// page. It has no clock of its own.
package struct SlideShow: Sendable {
    /// The panel's picture in millimetres and its reader's distance in metres, as far as known.
    package struct Place: Sendable {
        /// The width and height of the picture, nil when unknown.
        package var millimetres: (width: Double, height: Double)?
        /// How far away the reader is, nil for the usual distance.
        package var viewing: Double?
        /// The shares of the languages.
        package var shares: LanguageShares
        /// The sun over the place.
        package var sun: Sun

        /// A place from what is known of it.
        package init(
            millimetres: (width: Double, height: Double)? = nil,
            viewing: Double? = nil,
            shares: LanguageShares = .usual,
            sun: Sun = .longXuyen
        ) {
            self.millimetres = millimetres
            self.viewing = viewing
            self.shares = shares
            self.sun = sun
        }
    }

    private var pack: ContentPack?
    private var coming: (pack: ContentPack?, number: Int)?
    private var number = 0
    private let place: Place
    private var size: PixelSize?
    private var loop: SlideLoop?
    private var turn: SlideLoop.Turn?
    private var turnEnds = 0.0

    /// The show of a pack at a place.
    package init(pack: ContentPack?, place: Place) {
        self.pack = pack
        self.place = place
    }

    /// Takes another pack, which is shown when the present page ends.
    ///
    /// The number tells packs apart: one that is shown or waits already is not taken again.
    package mutating func take(_ pack: ContentPack?, number: Int) {
        guard number != coming?.number ?? self.number else { return }
        coming = (pack, number)
    }

    private mutating func change(to next: (pack: ContentPack?, number: Int), _ size: PixelSize) {
        (pack, number) = next
        coming = nil
        loop = makeLoop(size)
    }

    /// The name of what is shown, for example `android/vi/1`.
    package var showing: String {
        guard let turn else { return GuidancePage.install.id }
        return "\(turn.slide.id)/\(turn.slide.language.rawValue)/\(turn.part + 1)"
    }

    /// The smallest picture in which slides are shown.
    package static let smallest = PixelSize(width: 320, height: 200)

    /// Whether the panel is too small for slides, so that the built-in page stands alone.
    package var isTooSmall: Bool {
        guard let size else { return false }
        return size.width < Self.smallest.width || size.height < Self.smallest.height
    }

    /// The seconds after which another screen may be due.
    package func remaining(seconds: Double) -> Double { max(0, turnEnds - seconds) }

    /// The picture of a moment.
    ///
    /// - Parameters:
    ///   - moment: The wall time, for hours, dates and the sun.
    ///   - seconds: A clock that never steps, for how long a screen has stood.
    ///   - live: What changes while the page stands.
    ///   - size: The panel in pixels.
    /// - Returns: The elements to paint.
    package mutating func list(
        at moment: Instant,
        seconds: Double,
        live: LiveState,
        size: PixelSize
    ) -> DrawList {
        let palette = place.sun.palette(at: moment)
        if size != self.size {
            self.size = size
            turn = nil
            loop = makeLoop(size)
        }
        if turn == nil || seconds >= turnEnds {
            if let coming, loop?.isBetweenPages ?? true { change(to: coming, size) }
            turn = loop?.next(at: moment)
            turnEnds = seconds + (turn?.seconds ?? 10)
        }
        guard let turn else {
            return PageLayout(palette: palette).drawList(page: .install, live: live, size: size)
        }
        return SlideLayout(panel: panel(size), palette: palette)
            .drawList(slide: turn.slide, part: turn.part, live: live)
            .shifted(PixelShift(at: moment))
    }

    private func makeLoop(_ size: PixelSize) -> SlideLoop? {
        guard let pack, !isTooSmall else { return nil }
        return SlideLoop(
            pack: pack,
            shares: place.shares,
            layout: SlideLayout(panel: panel(size))
        )
    }

    private func panel(_ size: PixelSize) -> PanelGeometry {
        PanelGeometry(size: size, millimetres: place.millimetres, viewing: place.viewing)
    }
}
