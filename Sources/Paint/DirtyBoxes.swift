import Guidance

/// The parts of a picture that differ between two lists of steps.
enum DirtyBoxes {
    /// The boxes outside which both lists give the same pixels; none overlaps another.
    ///
    /// Steps that only one list has, or has in another order, are dirty where they are. What remains
    /// is in the same order in both, so it gives the same pixels where no dirty step reaches.
    ///
    /// - Returns: At most `Painted.mostBoxes` boxes, all on the panel; none when nothing differs.
    static func between(_ old: [PaintStep], _ new: [PaintStep], on panel: Box) -> [Box] {
        let changes = new.difference(from: old)
        var boxes: [Box] = []
        for change in changes {
            switch change {
            case .insert(_, let step, _), .remove(_, let step, _):
                let box = step.box.common(panel)
                if box.width > 0, box.height > 0 { boxes.append(box) }
            }
        }
        // What is dirty in the new picture is dirty in the old one too: outside they are the same.
        let curved = (old + new).filter(\.isCurved).map { $0.box.common(panel) }
        return joined(boxes, curved: curved)
    }

    /// The boxes joined where they overlap or are too many, and grown over the curved steps they cut.
    private static func joined(_ boxes: [Box], curved: [Box]) -> [Box] {
        var rest = boxes
        while true {
            for index in rest.indices { grow(&rest[index], over: curved) }
            guard let pair = overlapping(rest) ?? cheapest(rest) else { return rest }
            rest[pair.0].join(rest[pair.1])
            rest.remove(at: pair.1)
        }
    }

    private static func grow(_ box: inout Box, over curved: [Box]) {
        while let cut = curved.first(where: { $0.overlaps(box) && !box.contains($0) }) {
            box.join(cut)
        }
    }

    /// The places of two boxes that overlap.
    private static func overlapping(_ boxes: [Box]) -> (Int, Int)? {
        for one in boxes.indices {
            for two in boxes.indices where two > one && boxes[one].overlaps(boxes[two]) {
                return (one, two)
            }
        }
        return nil
    }

    /// The two boxes that cost the fewest pixels when joined, when there are too many.
    private static func cheapest(_ boxes: [Box]) -> (Int, Int)? {
        guard boxes.count > Painted.mostBoxes else { return nil }
        var best: (pair: (Int, Int), cost: Int)?
        for one in boxes.indices {
            for two in boxes.indices where two > one {
                var both = boxes[one]
                both.join(boxes[two])
                let cost = both.area - boxes[one].area - boxes[two].area
                if cost < best?.cost ?? .max { best = ((one, two), cost) }
            }
        }
        return best?.pair
    }
}

extension Box {
    /// The number of pixels.
    fileprivate var area: Int { width * height }

    /// The part that both boxes have.
    fileprivate func common(_ other: Box) -> Box {
        let (left, top) = (max(x, other.x), max(y, other.y))
        return Box(
            x: left,
            y: top,
            width: min(right, other.right) - left,
            height: min(bottom, other.bottom) - top
        )
    }

    /// Grows over another box.
    fileprivate mutating func join(_ other: Box) {
        let (left, top) = (min(x, other.x), min(y, other.y))
        self = Box(
            x: left,
            y: top,
            width: max(right, other.right) - left,
            height: max(bottom, other.bottom) - top
        )
    }
}
