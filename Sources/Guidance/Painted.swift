/// A frame, and which parts of it differ from the frame painted before.
package struct Painted: Sendable, Equatable {
    /// The whole picture, upright.
    package let frame: Frame
    /// The parts that changed, at most `mostBoxes`; nil when everything may have.
    package let changed: [Box]?

    /// The most boxes a painter names; beyond that they are joined.
    package static let mostBoxes = 8

    /// A frame with its changed parts.
    package init(_ frame: Frame, changed: [Box]? = nil) {
        self.frame = frame
        self.changed = changed
    }
}
