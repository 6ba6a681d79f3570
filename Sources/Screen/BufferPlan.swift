package import Guidance

/// Which of two buffers is on the glass, and what each of them lacks.
package struct BufferPlan: Sendable, Equatable {
    /// The size of the upright picture.
    private let size: PixelSize
    private var damage: [Damage] = [.whole, .whole]

    /// The buffer that is on the glass, 0 or 1.
    package private(set) var front = 0
    /// The buffer to draw into.
    package var back: Int { 1 - front }

    /// Two buffers that were never written, for upright pictures of that size.
    package init(size: PixelSize) {
        self.size = size
    }

    /// Whether the glass shows the newest picture.
    package var isCurrent: Bool { damage[front].isEmpty }

    /// The parts of the newest picture that the back buffer lacks.
    package var lacking: [Box] { damage[back].parts(of: size) }

    /// A new picture came, with its changed parts, nil for all.
    package mutating func change(_ changed: [Box]?) {
        for index in damage.indices { damage[index].add(changed, of: size) }
    }

    /// The back buffer got all that it lacked and went to the glass.
    package mutating func flip() {
        damage[back] = .none
        front = back
    }

    /// The back buffer got something else, such as a step of a fade, and went to the glass.
    package mutating func flipSpoilt() {
        damage[back] = .whole
        front = back
    }

    /// What went to the glass last was the newest picture after all, as at the end of a fade.
    package mutating func frontIsPicture() {
        damage[front] = .none
    }
}
