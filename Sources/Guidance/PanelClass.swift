/// The shape of a panel, which decides the arrangement of a page.
package enum PanelClass: Sendable, Hashable, CaseIterable {
    /// Wider than high, television and tablet.
    case wide
    /// More than three times as wide as high, over a bus aisle.
    case bar
    /// Higher than wide.
    case portrait
    /// Wider than high with fewer than 400 rows, read at arm's length.
    case small
    /// Too small for steps: a title, a code and the count.
    case minimal

    /// The class of a panel of that size.
    package init(_ size: PixelSize) {
        let (width, height) = (size.width, size.height)
        switch (width, height) {
        case _ where width < 320 || height < 240: self = .minimal
        case _ where width > 3 * height: self = .bar
        case _ where height > width: self = width < 480 || height < 800 ? .minimal : .portrait
        case _ where height < 400: self = width < 440 || height < 300 ? .minimal : .small
        case _ where width < 640: self = .minimal
        default: self = .wide
        }
    }

    /// The panel its arrangement was designed on; other sizes are scaled from it.
    package var designSize: PixelSize {
        switch self {
        case .wide: PixelSize(width: 1920, height: 1080)
        case .bar: PixelSize(width: 1920, height: 360)
        case .portrait: PixelSize(width: 1080, height: 1920)
        case .small: PixelSize(width: 480, height: 320)
        case .minimal: PixelSize(width: 320, height: 240)
        }
    }
}
