/// A rectangle in whole pixels, origin at the top left of the panel.
package struct Box: Sendable, Hashable {
    /// The left edge.
    package var x: Int
    /// The top edge.
    package var y: Int
    /// The width; never negative.
    package var width: Int
    /// The height; never negative.
    package var height: Int

    /// A rectangle; negative sides become zero.
    package init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The whole panel of that size.
    package init(_ size: PixelSize) {
        self.init(x: 0, y: 0, width: size.width, height: size.height)
    }

    /// The first column right of the box.
    package var right: Int { x + width }
    /// The first row under the box.
    package var bottom: Int { y + height }

    /// Whether the other box lies wholly inside this one.
    package func contains(_ other: Box) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
    }

    /// Whether the two boxes share at least one pixel.
    package func overlaps(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

// MARK: - Cutting

/// Layouts are made by cutting strips off a box, so that parts cannot overlap.
extension Box {
    /// The box made smaller by the same amount on each side of an axis.
    func inset(horizontal: Int, vertical: Int) -> Box {
        Box(
            x: x + horizontal,
            y: y + vertical,
            width: width - 2 * horizontal,
            height: height - 2 * vertical
        )
    }

    /// A strip of that height taken off the top; this box keeps the rest.
    mutating func cutTop(_ wanted: Int) -> Box {
        let taken = min(max(0, wanted), height)
        let strip = Box(x: x, y: y, width: width, height: taken)
        y += taken
        height -= taken
        return strip
    }

    /// A strip of that height taken off the bottom; this box keeps the rest.
    mutating func cutBottom(_ wanted: Int) -> Box {
        let taken = min(max(0, wanted), height)
        height -= taken
        return Box(x: x, y: bottom, width: width, height: taken)
    }

    /// A strip of that width taken off the left; this box keeps the rest.
    mutating func cutLeft(_ wanted: Int) -> Box {
        let taken = min(max(0, wanted), width)
        let strip = Box(x: x, y: y, width: taken, height: height)
        x += taken
        width -= taken
        return strip
    }

    /// A strip of that width taken off the right; this box keeps the rest.
    mutating func cutRight(_ wanted: Int) -> Box {
        let taken = min(max(0, wanted), width)
        width -= taken
        return Box(x: right, y: y, width: taken, height: height)
    }

    /// A box of the given size in the middle of this one.
    func centred(width inner: Int, height innerHeight: Int) -> Box {
        Box(
            x: x + (width - inner) / 2,
            y: y + (height - innerHeight) / 2,
            width: inner,
            height: innerHeight
        )
    }
}
