package import Beacons
package import Fleet
package import Lifecycle
import Synchronization

/// Brings what all adapters hear into one count, and knows when none of them listens.
package final class SharedAir: Sendable {
    private struct State {
        var reports: [Int: AdapterReport] = [:]
        var isListening = false
    }

    private let counter: Counter
    private let status: KioskStatus
    private let log: Log
    private let state = Mutex(State())

    package init(counter: Counter, status: KioskStatus, log: Log) {
        self.counter = counter
        self.status = status
        self.log = log
    }

    /// Begins to count; nobody listens yet, which makes windows deaf and not empty.
    package func begin(at time: Instant) {
        counter.begin(at: time)
        counter.lose(since: time)
    }

    /// Hears one event packet of an adapter and gives the number of its reports.
    package func hear(_ packet: ByteView, at time: Instant, adapter: Int) -> Int {
        counter.hear(packet, at: time, adapter: adapter)
    }

    /// Takes how an adapter is; the first that listens and the last that ends change the count.
    package func tell(_ report: AdapterReport, of adapter: Int, at time: Instant) {
        change(at: time) { $0[adapter] = report }
    }

    /// An adapter is not listened to any more, since the kiosk stops or the adapter is for others.
    package func leave(_ adapter: Int) {
        state.withLock { $0.reports[adapter] = nil }
    }

    private func change(at time: Instant, _ edit: (inout [Int: AdapterReport]) -> Void) {
        state.withLock { state in
            edit(&state.reports)
            let reports = state.reports.sorted { $0.key < $1.key }.map(\.value)
            let isListening = reports.contains { $0.state.isListening }
            if isListening, !state.isListening {
                counter.resume(at: time)
            } else if !isListening, state.isListening {
                counter.lose(since: reports.compactMap(\.lastHeard).max() ?? time)
            }
            state.isListening = isListening
            let isNews = status.setRadio(
                told(reports.map(\.sentence)),
                detail: told(reports.map(\.detail)),
                isHearing: isListening,
                excuse: reports.compactMap(\.state.vietnamese).first
            )
            if isNews {
                let line = "radio: \(told(reports.map(\.sentence)))"
                isListening ? log.info(line) : log.warning(line)
            }
        }
    }

    /// What adapters say, each sentence once.
    private func told(_ sentences: [String]) -> String {
        var told: [String] = []
        for sentence in sentences where !told.contains(sentence) {
            told.append(sentence)
        }
        return told.joined(separator: "; ")
    }
}
