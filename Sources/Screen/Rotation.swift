package import Guidance

/// How a panel is mounted: how far its picture is turned clockwise while it is copied.
package enum Rotation: Int, Sendable, CaseIterable {
    /// The panel hangs as it was made.
    case none = 0
    /// The picture is turned a quarter clockwise.
    case quarter = 90
    /// The picture hangs upside down.
    case half = 180
    /// The picture is turned a quarter anticlockwise.
    case threeQuarters = 270

    /// Whether width and height change places.
    package var isSideways: Bool { self == .quarter || self == .threeQuarters }

    /// The size of the upright picture on a panel of that size, and the other way round.
    package func turned(_ size: PixelSize) -> PixelSize {
        isSideways ? PixelSize(width: size.height, height: size.width) : size
    }

    /// Where a box of an upright picture of that size lies on the panel.
    package func turned(_ box: Box, in size: PixelSize) -> Box {
        switch self {
        case .none: box
        case .quarter:
            Box(x: size.height - box.bottom, y: box.x, width: box.height, height: box.width)
        case .half:
            Box(
                x: size.width - box.right,
                y: size.height - box.bottom,
                width: box.width,
                height: box.height
            )
        case .threeQuarters:
            Box(x: box.y, y: size.width - box.right, width: box.height, height: box.width)
        }
    }
}
