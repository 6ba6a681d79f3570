import Census
package import Fleet
import Guidance
import Lifecycle

/// Draws the loop of guidance with its live parts onto the glass, whenever something on it changed.
package struct ScreenService: Service {
    package let name = "screen"
    private let stage: Stage
    private let counter: Counter
    private let status: KioskStatus
    private let clock: any KioskClock
    private let origin: Report.Source
    /// One beginning for the process, so that the first picture and the service agree on time.
    private static let began = ContinuousClock.now

    /// The service of a stage, whose live parts come from a counter and a clock.
    package init(
        stage: Stage,
        counter: Counter,
        status: KioskStatus,
        clock: any KioskClock,
        origin: Report.Source
    ) {
        self.stage = stage
        self.counter = counter
        self.status = status
        self.clock = clock
        self.origin = origin
    }

    package func run() async throws {
        while !Task.isCancelled {
            let rest = await show()
            // The count and the glass are asked each second; a page ends when its time is over.
            try? await Task.sleep(for: .seconds(max(0.02, min(rest, 1))))
        }
    }

    /// Shows the moment, and returns the seconds until the page has stood long enough.
    @discardableResult
    package func show() async -> Double {
        let now = clock.now()
        return await stage.update(
            at: now,
            seconds: (ContinuousClock.now - Self.began) / .seconds(1),
            live: liveState(at: now)
        )
    }

    private func liveState(at now: Instant) -> LiveState {
        let local = LocalTime(now)
        return LiveState(
            clock: local.clock,
            date: local.date,
            count: liveCount(),
            notices: origin == .replay ? [.replay] : []
        )
    }

    private func liveCount() -> LiveCount {
        guard status.isHearing, let present = counter.present() else {
            return .unknown(
                reason: origin == .replay
                    ? "bản ghi đã hết" : status.excuse ?? "không nghe được Bluetooth"
            )
        }
        return LiveCount(present)
    }
}
