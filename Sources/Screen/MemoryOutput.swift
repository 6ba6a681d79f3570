package import Guidance

/// An output that has a picture of its own in memory, for tests, measuring and pictures sent elsewhere.
///
/// Like the buffer of a display it gets only what changed, and fades at 60 frames a second.
package actor MemoryOutput: Output {
    private static let framesPerSecond = 60

    private let size: PixelSize
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

    package func run(_ fade: Fade, over frame: Frame) async throws {
        try makeRoom(for: frame)
        let begin = ContinuousClock.now
        let length = Duration.milliseconds(fade.milliseconds)
        var (share, due) = (0.0, begin)
        while share < 1 {
            due += .seconds(1) / Self.framesPerSecond
            try await Task.sleep(until: min(due, begin + length), clock: .continuous)
            share = length > .zero ? min(1, (ContinuousClock.now - begin) / length) : 1
            let amount = Int(share * Double(Blend.whole))
            mix(frame, fade, amount: fade.direction == .out ? amount : Blend.whole - amount)
        }
    }

    @discardableResult
    package func probe() -> OutputState { state }

    private func mix(_ frame: Frame, _ fade: Fade, amount: Int) {
        faded += 1
        pixels.withUnsafeMutableBytes { target in
            Blend.mix(
                frame,
                with: fade.colour,
                amount: amount,
                sparing: fade.sparing,
                into: target,
                pitch: size.width * 4
            )
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
        let (left, right) = (max(0, box.x), min(size.width, box.right))
        let (top, bottom) = (max(0, box.y), min(size.height, box.bottom))
        guard left < right, top < bottom else { return }
        pixels.withUnsafeMutableBytes { target in
            frame.pixels.withUnsafeBytes { source in
                guard let to = target.baseAddress, let from = source.baseAddress else { return }
                for y in top..<bottom {
                    (to + (y * size.width + left) * 4).copyMemory(
                        from: from + y * frame.stride + left * 4,
                        byteCount: (right - left) * 4
                    )
                }
            }
        }
    }
}
