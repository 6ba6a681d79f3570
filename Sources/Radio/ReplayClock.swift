package import Fleet
import Synchronization

/// The clock of a replay: a moment of the capture, running at a chosen speed.
package final class ReplayClock: Sendable {
    private let begin: Instant
    /// The kernel's boot-time clock, in microseconds, when the replay began.
    private let beginTicks: Int64
    private let speed: Double
    /// Microseconds of the capture that were passed over.
    private let skipped = Mutex<Int64>(0)

    /// - Parameters:
    ///   - begin: The capture's moment at the beginning.
    ///   - beginTicks: Boot-time clock at the beginning, in microseconds.
    ///   - speed: Seconds of capture in a second.
    package init(begin: Instant, beginTicks: Int64, speed: Double) {
        self.begin = begin
        self.beginTicks = beginTicks
        self.speed = speed
    }

    /// The capture's moment at a reading of the boot-time clock, in microseconds; never past 2200.
    package func now(ticks: Int64) -> Instant {
        let end = Instant.plausible.upperBound
        let begin = self.begin.microseconds + skipped.withLock { $0 }
        let elapsed = Double(ticks &- beginTicks) * speed
        // Compared as floating point first, since at a high speed the sum may fit no integer.
        guard elapsed < Double(end.microseconds &- begin) else { return end }
        return Instant(microseconds: begin + Int64(elapsed))
    }

    /// Microseconds until the clock shows a moment, 0 when it is past.
    package func wait(for moment: Instant, ticks: Int64) -> Int64 {
        let ahead = moment.microseconds &- now(ticks: ticks).microseconds
        guard ahead > 0 else { return 0 }
        // Rounded up: waiting nothing for what is not due would be a busy loop, or too early.
        let wait = (Double(ahead) / speed).rounded(.up)
        return wait < Double(Self.longestWait) ? Int64(wait) : Self.longestWait
    }

    /// Goes on at a later moment, over a stretch in which the capture holds nothing.
    package func skip(to moment: Instant, ticks: Int64) {
        let ahead = moment.microseconds &- now(ticks: ticks).microseconds
        guard ahead > 0, moment <= Instant.plausible.upperBound else { return }
        skipped.withLock { $0 += ahead }
    }

    /// A year in microseconds: whoever waits asks again long before.
    private static let longestWait: Int64 = 365 * 86_400 * 1_000_000
}
