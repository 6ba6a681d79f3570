package import Guidance

/// What a buffer lacks of the picture that was shown last.
///
/// With two buffers each misses what changed while the other one was drawn into, so every buffer has
/// a list of its own.
package struct Damage: Sendable, Equatable {
    /// Whether the buffer holds nothing of use.
    package private(set) var isWhole: Bool
    /// The parts that are old, at most `mostBoxes`; none while everything is.
    package private(set) var boxes: [Box] = []

    /// The most boxes that are kept; beyond that the two that waste least are joined.
    package static let mostBoxes = Painted.mostBoxes

    /// The damage of a buffer that was never written.
    package static let whole = Damage(isWhole: true)
    /// The damage of a buffer that holds the picture.
    package static let none = Damage(isWhole: false)

    private init(isWhole: Bool) {
        self.isWhole = isWhole
    }

    /// Whether the buffer holds the picture.
    package var isEmpty: Bool { !isWhole && boxes.isEmpty }

    /// The parts to copy of a picture of that size.
    package func parts(of size: PixelSize) -> [Box] { isWhole ? [Box(size)] : boxes }

    /// Adds what changed in a picture of that size, nil for everything.
    package mutating func add(_ changed: [Box]?, of size: PixelSize) {
        guard !isWhole else { return }
        guard let changed else {
            self = .whole
            return
        }
        for box in changed {
            let box = box.clipped(to: size)
            guard box.width > 0, box.height > 0, !boxes.contains(where: { $0.contains(box) })
            else { continue }
            boxes.removeAll { box.contains($0) }
            boxes.append(box)
            if boxes.count > Self.mostBoxes { joinTwo() }
        }
        if boxes.contains(Box(size)) { self = .whole }
    }

    /// Joins the two boxes whose common box has the least in it that is in neither.
    private mutating func joinTwo() {
        var best: (waste: Int, one: Int, other: Int)?
        for one in boxes.indices {
            for other in boxes.indices where other > one {
                let joined = boxes[one].joined(boxes[other])
                let waste = joined.area - boxes[one].area - boxes[other].area
                if waste < best?.waste ?? .max { best = (waste, one, other) }
            }
        }
        guard let best else { return }
        let joined = boxes[best.one].joined(boxes[best.other])
        boxes.removeAll { joined.contains($0) }
        boxes.append(joined)
    }
}

extension Box {
    fileprivate var area: Int { width * height }

    /// The smallest box that has both in it.
    fileprivate func joined(_ other: Box) -> Box {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Box(
            x: left,
            y: top,
            width: max(right, other.right) - left,
            height: max(bottom, other.bottom) - top
        )
    }
}
