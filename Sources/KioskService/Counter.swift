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
        var listener = AdvertListener()
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
                census: Census(configuration: configuration) { DigestKey(drawWord(), drawWord()) },
                noise: Noise(draw: drawWord),
                patience: configuration.grace
            )
        )
    }

    /// The radio begins to listen.
    package func begin(at time: Instant) {
        change { $0.census.begin(at: time) }
    }

    /// Changes the state, and overwrites what that left of keys and digests on this thread's stack.
    private func change<R: Sendable>(_ body: (inout State) -> R) -> R {
        defer { StackScrub.deeply() }
        return state.withLock { body(&$0) }
    }

    /// Hears one event packet without its H4 octet.
    package func hear(_ packet: ByteView, at time: Instant) {
        let isTurned = state.withLock { state in
            let before = state.census.turns
            state.lastHeard = time
            state.listener.hear(packet, into: &state.census) { $0.hear($1, at: time) }
            return state.census.turns != before
        }
        if isTurned { StackScrub.deeply() }
    }

    /// Lets time pass and takes the rows of quarters that are complete.
    package func rows(at time: Instant) -> [QuarterRow] {
        change { state in
            state.census.advance(to: time)
            return state.takeRows(at: time)
        }
    }

    /// Takes the rows of quarters that are complete.
    package func rows() -> [QuarterRow] {
        change { $0.takeRows(at: $0.lastHeard) }
    }

    /// The radio stops listening for a while: closes what is open.
    ///
    /// The quarter under way gets no row yet, since the radio may come back before its end.
    ///
    /// - Returns: The rows of quarters that are complete, noised.
    package func pause(at time: Instant) -> [QuarterRow] {
        change { state in
            state.close(at: time)
            return state.takeRows(at: time)
        }
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
            state.listener.forget()
            state.census.wipe()
            _ = state.census.takeResults()
            state.pieces = QuarterPieces()
        }
    }

    /// How many Bluezone phones are here, as coarse as anybody may see it.
    package func present() -> CoarseCount? {
        state.withLock { $0.census.present.map { CoarseCount($0) } }
    }
}

extension Counter.State {
    fileprivate mutating func close(at time: Instant) {
        // Fragments without their end hold identifiers, and their rest will not come.
        listener.forget()
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
