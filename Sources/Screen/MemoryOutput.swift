package import Guidance

/// An output that keeps the last frame, for tests and for pictures sent elsewhere.
package actor MemoryOutput: Output {
    private let size: PixelSize

    /// The last frame shown, if any.
    package private(set) var frame: Frame?
    /// How many frames were shown.
    package private(set) var shown = 0

    /// A display of that size in memory.
    package init(size: PixelSize) {
        self.size = size
    }

    package var state: OutputState { .on(size) }

    package func show(_ painted: Painted) throws {
        let frame = painted.frame
        guard frame.size == size else {
            throw ScreenError.wrongSize(frame: frame.size, display: size)
        }
        self.frame = frame
        shown += 1
    }

    package func proof() async -> GlassProof? { GlassProof(frame) }

    @discardableResult
    package func probe() -> OutputState { state }
}
