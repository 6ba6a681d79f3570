package import Fleet

/// The clock of a replay: a moment of the capture, running at a chosen speed.
package struct ReplayClock: Sendable {
    private let begin: Instant
    /// The kernel's boot-time clock, in microseconds, when the replay began.
    private let beginTicks: Int64
    private let speed: Double

    /// - Parameters:
    ///   - begin: The capture's moment at the beginning.
    ///   - beginTicks: Boot-time clock at the beginning, in microseconds.
    ///   - speed: Seconds of capture in a second.
    package init(begin: Instant, beginTicks: Int64, speed: Double) {
        self.begin = begin
        self.beginTicks = beginTicks
        self.speed = speed
    }

    /// The capture's moment at a reading of the boot-time clock, in microseconds.
    package func now(ticks: Int64) -> Instant {
        let elapsed = Double(ticks - beginTicks) * speed
        return Instant(microseconds: begin.microseconds + Int64(elapsed))
    }

    /// Microseconds until the clock shows a moment, 0 when it is past.
    package func wait(for moment: Instant, ticks: Int64) -> Int64 {
        let ahead = Double(moment.microseconds - now(ticks: ticks).microseconds)
        return max(Int64(ahead / speed), 0)
    }
}
