package import Guidance
import Synchronization

/// The newest frame that was shown, for the picture in the report.
package final class ScreenPicture: Sendable {
    private let newest = Mutex<(frame: Frame, number: Int)?>(nil)

    package init() {}

    /// Notes that a frame was shown.
    package func put(_ frame: Frame) {
        newest.withLock { $0 = (frame, ($0?.number ?? 0) + 1) }
    }

    /// The newest frame and its number, which rises with every frame; nil before the first.
    package func get() -> (frame: Frame, number: Int)? {
        newest.withLock { $0 }
    }
}
