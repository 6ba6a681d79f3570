package import Guidance

/// How far a fade is at a moment.
package struct FadeSteps: Sendable {
    private let duration: Int64
    private let isOut: Bool

    /// The steps of a fade.
    package init(_ fade: Fade) {
        duration = Int64(fade.milliseconds) * 1000
        isOut = fade.direction == .out
    }

    /// The colour's weight at the end, 0 or 256.
    package var end: UInt16 { isOut ? PixelBlend.full : 0 }

    /// The colour's weight, 0 to 256, some microseconds after the begin.
    package func weight(after microseconds: Int64) -> UInt16 {
        guard microseconds < duration else { return end }
        let part = UInt16(max(0, microseconds) * Int64(PixelBlend.full) / duration)
        return isOut ? part : PixelBlend.full - part
    }
}
