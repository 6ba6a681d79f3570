package import Beacons
package import Census
package import Fleet
import Synchronization

/// The counting of one kiosk, shared by the radio's thread and the clock's tick.
///
/// Exact figures of a quarter never leave: they are noised inside, once, and only the row comes out.
package final class Counter: Sendable {
    fileprivate struct State {
        var listener = AdvertListener()
        var census: Census
        let noise: Noise
        var lastHeard: Instant?
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - configuration: What to assume about phones and the air.
    ///   - drawWord: Draws 64 random bits from the kernel, for keys and noise.
    package init(configuration: CensusConfiguration, drawWord: @escaping @Sendable () -> UInt64) {
        state = Mutex(
            State(
                census: Census(configuration: configuration) { DigestKey(drawWord(), drawWord()) },
                noise: Noise(draw: drawWord)
            )
        )
    }

    /// The radio begins to listen.
    package func begin(at time: Instant) {
        state.withLock { $0.census.begin(at: time) }
    }

    /// Hears one event packet without its H4 octet.
    package func hear(_ packet: ByteView, at time: Instant) {
        state.withLock { state in
            state.lastHeard = time
            state.listener.hear(packet, into: &state.census) { $0.hear($1, at: time) }
        }
    }

    /// Lets time pass and takes the rows of quarters that are complete.
    package func rows(at time: Instant) -> [QuarterRow] {
        state.withLock { state in
            state.census.advance(to: time)
            return state.takeRows()
        }
    }

    /// Takes the rows of quarters that are complete.
    package func rows() -> [QuarterRow] {
        state.withLock { $0.takeRows() }
    }

    /// The radio stops listening: closes what is open and takes its rows.
    ///
    /// - Parameter time: When; nil for the last moment anything was heard.
    /// - Returns: The rows, noised.
    package func finish(at time: Instant?) -> [QuarterRow] {
        state.withLock { state in
            if let end = time ?? state.lastHeard { state.census.finish(at: end) }
            return state.takeRows()
        }
    }

    /// Overwrites keys and digests without closing anything.
    package func wipe() {
        state.withLock { state in
            state.listener.forget()
            state.census.wipe()
        }
    }

    /// How many Bluezone phones are here, as coarse as anybody may see it.
    package func present() -> CoarseCount? {
        state.withLock { $0.census.present.map { CoarseCount($0) } }
    }
}

extension Counter.State {
    fileprivate mutating func takeRows() -> [QuarterRow] {
        census.takeResults().compactMap { result in
            guard case .quarter(let tally) = result else { return nil }
            return noise.row(of: tally)
        }
    }
}
