import Census
import Fleet
import Lifecycle
import Synchronization
import SystemIO
import Testing

@testable import KioskService

/// However a kiosk ends, the quarter's key and all digests are gone from its memory before it does.
@Suite(.serialized) struct WipingTests {
    /// Draws words that only this run can tell, and can tell again.
    private final class Words: Sendable {
        private let seed = KernelRandom.word()
        private let drawn = Atomic<UInt64>(0)

        func next() -> UInt64 { word(drawn.wrappingAdd(1, ordering: .relaxed).oldValue) }

        func word(_ number: UInt64) -> UInt64 {
            DigestKey(seed, number).siphash(number, seed)
        }
    }

    /// A kiosk's radio and counter, the words its key is made of, and the digests under it.
    private struct Kiosk {
        let source: ScriptedSource
        let status = KioskStatus()
        let counter: Counter
        let radio: any Service
        let keys: OwnMemory
        let digests: OwnMemory

        init(_ origin: Report.Source, _ ending: ScriptedSource.Ending) throws {
            let words = Words()
            source = ScriptedSource(origin, ending)
            counter = Counter(configuration: CensusConfiguration(), drawWord: words.next)
            let log = Log { _, _ in }
            let keeper = RowKeeper(
                store: try KioskStore(path: ":memory:"),
                boot: BootID(1, 1),
                source: origin,
                log: log
            )
            radio =
                origin == .air
                ? LiveRadioService(
                    house: ScriptedHouse(source: source),
                    counter: counter,
                    keeper: keeper,
                    clocks: (StandingClock(), BootClock()),
                    status: status,
                    desk: NoDesk(),
                    log: log
                )
                : ReplayService(
                    source: source,
                    counter: counter,
                    keeper: keeper,
                    status: status,
                    log: log
                )
            keys = OwnMemory { [words.word(0), words.word(1)] }
            digests = OwnMemory {
                let key = DigestKey(words.word(0), words.word(1))
                return (0..<ScriptedSource.phones).map {
                    ScriptedSource.trace($0).digest(under: key)
                }
            }
        }
    }

    /// A service that ends or fails when told to.
    private struct Companion: Service {
        let name = "companion"
        let isReleased = StopFlag()
        let fails: Bool

        func run() async throws {
            while !isReleased.isSet, !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(5))
            }
            if fails, isReleased.isSet { throw StoreFault("made to fail") }
        }
    }

    @Test(
        "when a signal or a failing service ends the kiosk, nothing is left",
        arguments: [Report.Source.air, .replay],
        [false, true]
    )
    func services(origin: Report.Source, fails: Bool) async throws {
        let kiosk = try Kiosk(origin, .stopped)
        let companion = Companion(fails: fails)
        let group = Task { try await ServiceGroup.run([kiosk.radio, companion]) }
        try await until { kiosk.source.hasHeard.isSet }
        try expectHeld(kiosk)
        companion.isReleased.set()
        let end = await group.result
        #expect(fails == ((try? end.get()) == nil))
        try expectGone(kiosk)
    }

    @Test("when the whole program is cancelled, nothing is left")
    func cancelled() async throws {
        let kiosk = try Kiosk(.air, .stopped)
        let task = Task { try await kiosk.radio.run() }
        try await until { kiosk.source.hasHeard.isSet }
        try expectHeld(kiosk)
        task.cancel()
        _ = await task.result
        try expectGone(kiosk)
    }

    @Test(
        "when a replay is over, well or not, nothing is left while the kiosk runs on",
        arguments: [ScriptedSource.Ending.over, .failed]
    )
    func runsOn(ending: ScriptedSource.Ending) async throws {
        let kiosk = try Kiosk(.replay, ending)
        let task = Task { try await kiosk.radio.run() }
        try await until { kiosk.source.hasHeard.isSet }
        try expectHeld(kiosk)
        kiosk.source.isReleased.set()
        try await until { !kiosk.status.isHearing }
        try expectGone(kiosk)
        task.cancel()
        _ = await task.result
    }

    @Test(
        "when a quarter's grace is over, nothing is left of it while the next one is counted",
        arguments: [true, false]
    )
    func nextQuarter(byTheClock: Bool) throws {
        let kiosk = try Kiosk(.air, .stopped)
        let end = WindowSpan.quarter(holding: ScriptedSource.moment).end
        try hear(kiosk, at: ScriptedSource.moment)
        try expectHeld(kiosk)
        try hear(kiosk, at: end.adding(seconds: 30))
        try expectHeld(kiosk)
        if byTheClock {
            #expect(kiosk.counter.rows(at: end.adding(seconds: 161)).count == 1)
        } else {
            try hear(kiosk, at: end.adding(seconds: 161))
        }
        try expectGone(kiosk)
        kiosk.counter.wipe()
    }

    private func hear(_ kiosk: Kiosk, at time: Instant) throws {
        _ = try kiosk.source.listen(until: { true }, onListening: {}) { packet, _ in
            kiosk.counter.hear(packet, at: time)
            StackScrub.now()
        }
    }

    /// Shows that the search finds: what is being counted is there.
    private func expectHeld(_ kiosk: Kiosk) throws {
        #expect(try kiosk.keys.found() == kiosk.keys.count)
        #expect(try kiosk.digests.found() == kiosk.digests.count)
    }

    private func expectGone(_ kiosk: Kiosk) throws {
        #expect(try kiosk.keys.found() == 0)
        #expect(try kiosk.digests.found() == 0)
        withExtendedLifetime(kiosk.counter) {}
    }

    /// Waits until something holds; for long, since other tests keep the processor busy.
    private func until(_ holds: () -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(600)
        while !holds() {
            try #require(ContinuousClock.now < deadline)
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
