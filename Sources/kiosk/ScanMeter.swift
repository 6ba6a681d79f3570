import Beacons
import Fleet
import KioskService
import Synchronization

/// What `kiosk scan` has heard so far, shared by the threads that listen and the one that prints.
final class ScanMeter: Sendable {
    /// One look at it.
    struct Reading: Sendable {
        var tally = AirTally()
        /// Seconds of listening.
        var seconds = 0.0
        /// Reports a second since the reading before.
        var rate = 0.0
        /// Adverts that found no room in the sockets.
        var lost: UInt64 = 0
        /// Adapters that listen now.
        var radios = 0
        /// How each adapter is.
        var states: [String] = []

        /// Reports a second on average.
        var mean: Double { seconds > 0 ? Double(tally.reports) / seconds : 0 }
        /// How full the air is: 1 is all that can be heard.
        var load: Double { AirTally.load(reportsASecond: rate, radios: radios) }
    }

    private struct Adapter {
        var listener = AdvertListener()
        var state = "starting"
        var isListening = false
        var lost: UInt64 = 0
    }

    private struct State {
        var adapters: [Int: Adapter] = [:]
        var tally = AirTally()
        var before = (reports: 0, seconds: 0.0)
    }

    private let state = Mutex(State())

    /// Hears one event packet of an adapter without its H4 octet.
    func hear(_ packet: ByteView, adapter: Int) {
        state.withLock { state in
            var one = state.adapters[adapter] ?? Adapter()
            one.listener.hear(packet, into: &state.tally) { $0.hear($1) }
            state.adapters[adapter] = one
        }
    }

    /// Notes how an adapter is.
    func note(_ adapter: Int, state text: String, isListening: Bool, lost: UInt64 = 0) {
        state.withLock { state in
            var one = state.adapters[adapter] ?? Adapter()
            one.state = text
            one.isListening = isListening
            one.lost = max(lost, one.lost)
            state.adapters[adapter] = one
        }
    }

    /// Forgets fragments of adverts, which hold identifiers.
    func wipe() {
        state.withLock { state in
            for adapter in state.adapters.keys { state.adapters[adapter]?.listener.forget() }
        }
    }

    /// A look after so many seconds of listening.
    func read(seconds: Double) -> Reading {
        state.withLock { state in
            let adapters = state.adapters.sorted { $0.key < $1.key }.map(\.value)
            let length = seconds - state.before.seconds
            let fresh = state.tally.reports - state.before.reports
            state.before = (state.tally.reports, seconds)
            return Reading(
                tally: state.tally,
                seconds: seconds,
                rate: length > 0 ? Double(fresh) / length : 0,
                lost: adapters.reduce(0) { $0 + $1.lost },
                radios: adapters.count(where: \.isListening),
                states: adapters.map(\.state)
            )
        }
    }
}
