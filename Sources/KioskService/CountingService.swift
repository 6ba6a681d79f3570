package import Fleet
import Lifecycle

/// Lets time pass for the counter and brings what it finished to the store.
package struct CountingService: Service {
    package let name = "counting"
    private let counter: Counter
    private let keeper: RowKeeper
    private let clock: any KioskClock
    private let origin: Report.Source

    package init(counter: Counter, keeper: RowKeeper, clock: any KioskClock, origin: Report.Source)
    {
        self.counter = counter
        self.keeper = keeper
        self.clock = clock
        self.origin = origin
    }

    package func run() async throws {
        while !Task.isCancelled {
            await keeper.keep(finished())
            try? await Task.sleep(for: .seconds(1))
        }
        await keeper.keep([])
    }

    /// In a replay the events themselves carry the time; a clock beside them would overtake them.
    private func finished() -> [QuarterRow] {
        origin == .air ? counter.rows(at: clock.now()) : counter.rows()
    }
}
