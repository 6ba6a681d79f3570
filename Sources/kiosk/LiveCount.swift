import Beacons
import Census
import Fleet
import Glibc
import KioskService
import Synchronization
import SystemIO

/// Counts what an adapter hears, as `kiosk count` counts a capture; nothing but counts comes out.
final class LiveCount: Sendable {
    fileprivate struct State {
        var listener = AdvertListener()
        var census = Census(configuration: CensusConfiguration()) {
            DigestKey(KernelRandom.word(), KernelRandom.word())
        }
        /// Reports when they were last said, and when that was.
        var said: UInt64 = 0
        var saidAt = LiveCount.now
        /// The moment of what was heard since the last tick; the clock need not be asked then.
        var heardAt: Instant?
    }

    private let source: any AdvertSource
    private let give: @Sendable (CensusResult) -> Void
    private let say: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// Seconds between two lines that say how many reports came.
    private static let saying: Double = 10
    /// Microseconds between two attempts to reach an adapter that is absent.
    private static let pause: Int64 = 1_000_000

    /// - Parameters:
    ///   - source: The adapter.
    ///   - give: Takes each window and each quarter when it is closed.
    ///   - say: Takes sentences on the adapter and on how many reports come.
    init(
        source: any AdvertSource,
        give: @escaping @Sendable (CensusResult) -> Void,
        say: @escaping @Sendable (String) -> Void
    ) {
        self.source = source
        self.give = give
        self.say = say
    }

    /// Listens until told to stop, and begins anew when the adapter fails.
    ///
    /// - Parameter isStopped: Asked at least four times a second.
    /// - Returns: Whether the adapter was heard at all.
    func run(until isStopped: @escaping @Sendable () -> Bool) -> Bool {
        var lastFailure = ""
        let hasListened = StopFlag()
        while !isStopped() {
            do {
                _ = try source.listen(
                    until: {
                        self.tick()
                        return isStopped()
                    },
                    onListening: {
                        hasListened.set()
                        self.begin()
                    },
                    deliver: { packet, time in self.hear(packet, at: time) }
                )
            } catch {
                close()
                if "\(error)" != lastFailure { say("\(error)") }
                lastFailure = "\(error)"
                Self.wait(until: isStopped)
            }
        }
        close()
        return hasListened.isSet
    }

    private static func wait(until isStopped: () -> Bool) {
        let end = Clocks.boottime() + pause
        while Clocks.boottime() < end, !isStopped() { usleep(100_000) }
    }

    private func begin() {
        state.withLock { state in
            state.saidAt = Self.now
            state.census.begin(at: state.saidAt)
        }
        say("listening")
    }

    private func hear(_ packet: ByteView, at time: Instant) {
        state.withLock { state in
            state.heardAt = time
            state.listener.hear(packet, into: &state.census) { $0.hear($1, at: time) }
        }
        // The trace lay on this thread's stack; nothing else overwrites it in time.
        StackScrub.now()
    }

    /// Lets time pass, gives what closed, and says now and then how many reports came.
    private func tick() {
        let (results, news) = state.withLock { state in
            let now = state.heardAt ?? Self.now
            state.heardAt = nil
            state.census.advance(to: now)
            return (state.census.takeResults(), state.news(at: now, every: Self.saying))
        }
        results.forEach(give)
        if let news { say(news) }
    }

    private func close() {
        let results = state.withLock { state in
            // Fragments without their end hold identifiers, and their rest will not come.
            state.listener.forget()
            // What was heard before lies behind the next beginning.
            state.heardAt = nil
            state.census.finish(at: Self.now)
            defer { state.census.wipe() }
            return state.census.takeResults()
        }
        results.forEach(give)
    }

    fileprivate static var now: Instant { Instant(microseconds: Clocks.realtime()) }
}

extension LiveCount.State {
    /// How many reports came since this was last said; nil while that is not long ago.
    fileprivate mutating func news(at time: Instant, every interval: Double) -> String? {
        let seconds = time.seconds(since: saidAt)
        guard seconds >= interval || seconds < 0 else { return nil }
        let count = listener.reports - said
        said = listener.reports
        saidAt = time
        return "\(count) reports in \(Int(seconds.rounded())) s"
    }
}
