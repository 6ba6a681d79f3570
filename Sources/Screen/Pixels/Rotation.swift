package import Guidance

/// How far a picture is turned clockwise on its way to the panel's own pixels.
package enum Rotation: Int, Sendable, CaseIterable {
    case none = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270

    /// Whether width and height change places.
    package var isSideways: Bool { self == .quarter || self == .threeQuarters }

    /// The size of the upright picture for a panel, or of the panel for an upright picture.
    package func size(_ size: PixelSize) -> PixelSize {
        isSideways ? PixelSize(width: size.height, height: size.width) : size
    }

    /// Where a box of an upright picture of that size lies on the panel.
    package func place(_ box: Box, in picture: PixelSize) -> Box {
        let (left, top) =
            switch self {
            case .none: (box.x, box.y)
            case .quarter: (picture.height - box.bottom, box.x)
            case .half: (picture.width - box.right, picture.height - box.bottom)
            case .threeQuarters: (box.y, picture.width - box.right)
            }
        let size = size(PixelSize(width: box.width, height: box.height))
        return Box(x: left, y: top, width: size.width, height: size.height)
    }
}

extension Box {
    /// The part of the box that lies within a picture.
    func within(_ size: PixelSize) -> Box {
        let (left, top) = (max(0, x), max(0, y))
        return Box(
            x: left,
            y: top,
            width: min(right, size.width) - left,
            height: min(bottom, size.height) - top
        )
    }
}
