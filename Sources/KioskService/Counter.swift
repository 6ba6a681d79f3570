package import Beacons
package import Census
package import Fleet
import Synchronization

/// The counting of one kiosk, shared by the radio's thread and the clock's tick.
///
/// Exact figures of a quarter never leave: they are noised inside, once, and only the row comes out.
package final class Counter: Sendable {
    fileprivate struct State {
        /// One for each adapter: fragments of a chain come to one of them.
        var listeners: [Int: AdvertListener] = [:]
        var echoes: EchoFilter
        var census: Census
        let noise: Noise
        var lastHeard: Instant?
        /// Quarters that were closed and may get another piece.
        var pieces = QuarterPieces()
        /// Seconds after a quarter's end in which a piece of it may still come.
        let patience: Int64
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - configuration: What to assume about phones and the air.
    ///   - drawWord: Draws 64 random bits from the kernel, for keys and noise.
    package init(configuration: CensusConfiguration, drawWord: @escaping @Sendable () -> UInt64) {
        state = Mutex(
            State(
                echoes: EchoFilter { DigestKey(drawWord(), drawWord()) },
                census: Census(configuration: configuration) { DigestKey(drawWord(), drawWord()) },
                noise: Noise(draw: drawWord),
                patience: configuration.grace
            )
        )
    }

    /// The radio begins to listen.
    package func begin(at time: Instant) {
        state.withLock { $0.census.begin(at: time) }
    }

    /// Nobody has listened since a moment, which may lie back.
    ///
    /// The windows under way are judged by what was heard of them; those without anybody who listened
    /// are deaf.
    package func lose(since time: Instant) {
        state.withLock { state in
            // Fragments without their end hold identifiers, and their rest will not come.
            state.forgetFragments()
            state.census.lose(since: time)
        }
    }

    /// Somebody listens again.
    package func resume(at time: Instant) {
        state.withLock { $0.census.resume(at: time) }
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
        state.withLock { $0.hear(packet, at: time, adapter: adapter) }
    }

    /// Lets time pass and takes the rows of quarters that are complete.
    package func rows(at time: Instant) -> [QuarterRow] {
        state.withLock { state in
            state.census.advance(to: time)
            return state.takeRows(at: time)
        }
    }

    /// Takes the rows of quarters that are complete.
    package func rows() -> [QuarterRow] {
        state.withLock { $0.takeRows(at: $0.lastHeard) }
    }

    /// The radio stops listening for good: closes what is open and takes all rows.
    ///
    /// - Parameter time: When; nil for the last moment anything was heard.
    /// - Returns: The rows, noised.
    package func finish(at time: Instant?) -> [QuarterRow] {
        state.withLock { state in
            guard let end = time ?? state.lastHeard else { return [] }
            state.close(at: end)
            var rows = state.takeRows(at: end)
            if let last = state.pieces.releaseLast(state.noise, at: end) { rows.append(last) }
            return rows
        }
    }

    /// Overwrites keys and digests without closing anything.
    package func wipe() {
        state.withLock { state in
            state.forgetFragments()
            state.echoes.wipe()
            state.census.wipe()
        }
    }

    /// How many Bluezone phones are here, as coarse as anybody may see it.
    package func present() -> CoarseCount? {
        state.withLock { $0.census.present.map { CoarseCount($0) } }
    }
}

extension Counter.State {
    fileprivate mutating func hear(_ packet: ByteView, at time: Instant, adapter: Int) -> Int {
        lastHeard = time
        let isAlone = listeners.keys.allSatisfy { $0 == adapter }
        // Taken out, since the sightings it gives go into the same state.
        var listener = listeners.removeValue(forKey: adapter) ?? AdvertListener()
        let before = listener.reports
        listener.hear(packet, into: &self) { state, sighting in
            guard isAlone || state.echoes.isNew(sighting, at: time, adapter: adapter) else {
                return
            }
            state.census.hear(sighting, at: time)
        }
        let count = Int(listener.reports - before)
        listeners[adapter] = listener
        return count
    }

    fileprivate mutating func forgetFragments() {
        for adapter in listeners.keys {
            listeners[adapter]?.forget()
        }
    }

    fileprivate mutating func close(at time: Instant) {
        forgetFragments()
        census.finish(at: time)
    }

    /// The rows of quarters of which no other piece can come by a moment.
    fileprivate mutating func takeRows(at time: Instant?) -> [QuarterRow] {
        var rows: [QuarterRow] = []
        for result in census.takeResults() {
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
