package import Fleet

/// Moves the picture by a few pixels every few minutes, so that no edge burns into the panel.
package struct PixelShift: Sendable, Hashable {
    /// How far to the right, in pixels.
    package let across: Int
    /// How far down, in pixels.
    package let down: Int

    /// The shift of a moment: around a square of 2 pixels, a corner or side every 3 minutes.
    package init(at moment: Instant) {
        let round = [(0, 0), (2, 0), (2, 2), (0, 2), (-2, 2), (-2, 0), (-2, -2), (0, -2), (2, -2)]
        let step = moment.seconds / 180 % Int64(round.count)
        (across, down) = round[Int(step < 0 ? step + Int64(round.count) : step)]
    }
}

extension DrawList {
    /// The list moved by a shift; fills that reach an edge of the panel are stretched to stay there.
    package func shifted(_ shift: PixelShift) -> DrawList {
        DrawList(size: size, elements: elements.map { $0.shifted(shift, on: Box(size)) })
    }
}

extension DrawElement {
    fileprivate func shifted(_ shift: PixelShift, on panel: Box) -> DrawElement {
        if case .fill = self { return placed(in: box.movedKeepingEdges(shift, on: panel)) }
        return placed(in: box.moved(shift))
    }
}

extension Box {
    fileprivate func moved(_ shift: PixelShift) -> Box {
        Box(x: x + shift.across, y: y + shift.down, width: width, height: height)
    }

    fileprivate func movedKeepingEdges(_ shift: PixelShift, on panel: Box) -> Box {
        let left = x <= panel.x ? panel.x : x + shift.across
        let top = y <= panel.y ? panel.y : y + shift.down
        let end = right >= panel.right ? panel.right : right + shift.across
        let foot = bottom >= panel.bottom ? panel.bottom : bottom + shift.down
        return Box(x: left, y: top, width: end - left, height: foot - top)
    }
}
