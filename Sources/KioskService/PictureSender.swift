package import Fleet
import Synchronization

/// Sends a picture of the screen when the last one is old and shows something else.
package final class PictureSender: Sendable {
    private struct Progress {
        var sentNumber = 0
        var nextDue: Double = 0
    }

    private let painter: any Painter
    private let link: any ProvinceLink
    private let interval: Double
    private let width: Int
    private let progress = Mutex(Progress())

    /// A sender of pictures `width` pixels wide at most, one in `interval` seconds.
    package init(
        painter: any Painter,
        link: any ProvinceLink,
        interval: Int,
        width: Int
    ) {
        self.painter = painter
        self.link = link
        self.interval = Double(interval)
        self.width = width
    }

    /// Seconds between two pictures where the wish is for so many.
    ///
    /// A quarter hour at least where real phones are counted, since the picture shows their number in
    /// fives; what is replayed may be shown as often as one likes.
    package static func interval(_ wish: Int, of origin: Report.Source) -> Int {
        origin == .air ? max(wish, 900) : wish
    }

    /// Sends the newest picture if it is time, by seconds of a clock that never steps.
    ///
    /// The picture is made for this alone; nobody keeps the pixels for it.
    func sendIfDue(now: Double) async throws {
        let number = await painter.number
        let isDue = progress.withLock { now >= $0.nextDue && number != $0.sentNumber }
        guard isDue, let picture = try await painter.picture(maximumWidth: width) else { return }
        // Due again only after the interval, even when this one fails.
        progress.withLock { $0.nextDue = now + interval }
        _ = try await link.send(.screen(picture.bytes))
        progress.withLock { $0.sentNumber = picture.number }
    }
}
