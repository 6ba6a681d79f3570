package import Beacons
package import Census
package import Fleet
import Synchronization
import SystemIO

/// The counting of one kiosk, shared by the radio's thread and the clock's tick.
///
/// Exact figures of a quarter never leave: they are noised inside, once, and only the row comes out.
package final class Counter: Sendable {
    fileprivate struct State {
        /// One for each adapter: fragments of a chain come to one of them.
        ///
        /// Changed in place only: of a copy, the fragments would be overwritten in one of two places.
        var listeners: [AdvertListener] = []
        var ear: Ear
        let noise: Noise
        var lastHeard: Instant?
        /// Quarters that were closed and may get another piece.
        var pieces = QuarterPieces()
        /// Seconds after a quarter's end in which a piece of it may still come.
        let patience: Int64
    }

    /// What sightings are for.
    fileprivate struct Ear {
        var echoes: EchoFilter
        var census: Census
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - configuration: What to assume about phones and the air.
    ///   - drawWord: Draws 64 random bits from the kernel, for keys and noise.
    package init(configuration: CensusConfiguration, drawWord: @escaping @Sendable () -> UInt64) {
        state = Mutex(
            State(
                ear: Ear(
                    echoes: EchoFilter { DigestKey(drawWord(), drawWord()) },
                    census: Census(configuration: configuration) {
                        DigestKey(drawWord(), drawWord())
                    }
                ),
                noise: Noise(draw: drawWord),
                patience: configuration.grace
            )
        )
    }

    /// The radio begins to listen.
    package func begin(at time: Instant) {
        change { $0.ear.census.begin(at: time) }
    }

    /// Changes the state, and overwrites what that left of keys and digests on this thread's stack.
    private func change<R: Sendable>(_ body: (inout State) -> R) -> R {
        defer { StackScrub.deeply() }
        return state.withLock { body(&$0) }
    }

    /// Nobody has listened since a moment, which may lie back.
    ///
    /// The windows under way are judged by what was heard of them; those without anybody who listened
    /// are deaf.
    package func lose(since time: Instant) {
        change { state in
            // Fragments without their end hold identifiers, and their rest will not come.
            state.forgetFragments()
            state.ear.census.lose(since: time)
        }
    }

    /// Somebody listens again.
    package func resume(at time: Instant) {
        change { $0.ear.census.resume(at: time) }
    }

    /// Hears one event packet without its H4 octet.
    ///
    /// - Parameters:
    ///   - packet: The event.
    ///   - time: When it came.
    ///   - adapter: Which of several adapters it came from; a report that two heard counts once.
    /// - Returns: How many advertising reports it held.
    @discardableResult
    package func hear(_ packet: ByteView, at time: Instant, adapter: Int = 0) -> Int {
        let (count, isTurned) = state.withLock { state in
            let before = state.ear.census.turns
            let count = state.hear(packet, at: time, adapter: adapter)
            return (count, state.ear.census.turns != before)
        }
        if isTurned { StackScrub.deeply() }
        return count
    }

    /// Lets time pass and takes the rows of quarters that are complete.
    package func rows(at time: Instant) -> [QuarterRow] {
        change { state in
            state.ear.census.advance(to: time)
            state.ear.echoes.expire(at: time)
            return state.takeRows(at: time)
        }
    }

    /// Takes the rows of quarters that are complete.
    package func rows() -> [QuarterRow] {
        change { $0.takeRows(at: $0.lastHeard) }
    }

    /// The radio stops listening for good: closes what is open and takes all rows.
    ///
    /// - Parameter time: When; nil for the last moment anything was heard.
    /// - Returns: The rows, noised.
    package func finish(at time: Instant?) -> [QuarterRow] {
        change { state in
            guard let end = time ?? state.lastHeard else { return [] }
            state.close(at: end)
            var rows = state.takeRows(at: end)
            if let last = state.pieces.releaseLast(state.noise, at: end) { rows.append(last) }
            return rows
        }
    }

    /// Overwrites keys and digests without closing anything, and forgets figures that have no row.
    package func wipe() {
        change { state in
            state.forgetFragments()
            state.ear.echoes.wipe()
            state.ear.census.wipe()
            _ = state.ear.census.takeResults()
            state.pieces = QuarterPieces()
        }
    }

    /// How many Bluezone phones are here, as coarse as anybody may see it.
    package func present() -> CoarseCount? {
        state.withLock { $0.ear.census.present.map { CoarseCount($0) } }
    }
}

extension Counter.State {
    fileprivate mutating func hear(_ packet: ByteView, at time: Instant, adapter: Int) -> Int {
        lastHeard = time
        while listeners.count <= adapter { listeners.append(AdvertListener()) }
        let isAlone = listeners.count == 1
        let before = listeners[adapter].reports
        listeners[adapter].hear(packet, into: &ear) { ear, sighting in
            guard isAlone || ear.echoes.isNew(sighting, at: time, adapter: adapter) else { return }
            ear.census.hear(sighting, at: time)
        }
        return Int(listeners[adapter].reports - before)
    }

    fileprivate mutating func forgetFragments() {
        for adapter in listeners.indices {
            listeners[adapter].forget()
        }
    }

    fileprivate mutating func close(at time: Instant) {
        forgetFragments()
        ear.census.finish(at: time)
    }

    /// The rows of quarters of which no other piece can come by a moment.
    fileprivate mutating func takeRows(at time: Instant?) -> [QuarterRow] {
        var rows: [QuarterRow] = []
        for result in ear.census.takeResults() {
            guard case .quarter(let tally) = result else { continue }
            if pieces.span != tally.span, let row = pieces.release(noise) { rows.append(row) }
            pieces.add(tally)
        }
        if let time, let end = pieces.span?.end, time >= end.adding(seconds: patience),
            let row = pieces.release(noise)
        {
            rows.append(row)
        }
        return rows
    }
}
