package import Guidance

/// An output that has a picture of its own in memory, for tests, measuring and pictures sent elsewhere.
///
/// Like the buffer of a display it gets only what changed, and fades at 60 frames a second.
package actor MemoryOutput: Output {
    private static let framesPerSecond = 60

    private let size: PixelSize
    private let copy = FadeCopy(rotation: .none)
    private var pixels: [UInt8] = []

    /// How many frames were shown, those of fades left out.
    package private(set) var shown = 0
    /// How many frames fades have taken.
    package private(set) var faded = 0

    /// A display of that size in memory.
    package init(size: PixelSize) {
        self.size = size
    }

    package var state: OutputState { .on(size) }

    /// What is to be seen, if anything was shown yet.
    package var frame: Frame? {
        Frame(width: size.width, height: size.height, stride: size.width * 4, pixels: pixels)
    }

    package func show(_ painted: Painted) throws {
        try makeRoom(for: painted.frame)
        for box in painted.changed ?? [Box(size)] { copy(box, of: painted.frame) }
        shown += 1
    }

    package func proof() async -> GlassProof? { GlassProof(frame) }

    package func run(_ fade: Fade, over frame: Frame) async throws {
        try makeRoom(for: frame)
        let begin = ContinuousClock.now
        let steps = FadeSteps(fade)
        var (weight, due) = (steps.weight(after: 0), begin)
        while weight != steps.end {
            due += .seconds(1) / Self.framesPerSecond
            try await Task.sleep(until: due, clock: .continuous)
            weight = steps.weight(after: Int64((ContinuousClock.now - begin) / .microseconds(1)))
            mix(frame, fade, weight: weight)
        }
    }

    @discardableResult
    package func probe() -> OutputState { state }

    private func mix(_ frame: Frame, _ fade: Fade, weight: UInt16) {
        faded += 1
        pixels.withUnsafeMutableBytes { bytes in
            guard let target = bytes.baseAddress else { return }
            copy.write(frame, fade: fade, weight: weight, to: target, pitch: size.width * 4)
        }
    }

    private func makeRoom(for frame: Frame) throws(ScreenError) {
        guard frame.size == size else {
            throw .wrongSize(frame: frame.size, display: size)
        }
        guard pixels.isEmpty else { return }
        pixels = [UInt8](repeating: 0, count: size.width * size.height * 4)
    }

    private func copy(_ box: Box, of frame: Frame) {
        pixels.withUnsafeMutableBytes { bytes in
            guard let target = bytes.baseAddress else { return }
            PixelCopy.copy(box, of: frame, to: target, pitch: size.width * 4, rotation: .none)
        }
    }
}
