#if DEBUG
import Beacons
import Glibc
import KioskService
import Lifecycle
import Synchronization

/// A fault made on purpose, so that tests can see `kiosk prove-privacy` catch it.
///
/// Only debug builds have it, only the environment can ask for it, and only a replay obeys.
enum DeliberateLeak: String, CaseIterable {
    /// Writes every event into the log.
    case log
    /// Writes an event into a table of the store.
    case store
    /// Keeps events in memory for good.
    case heap
    /// Puts an event into a field of the report.
    case sent

    static let variable = "KIOSK_LEAK"
    private static let kept = Mutex<[[UInt8]]>([])

    /// The fault that the environment asks for.
    static var wanted: DeliberateLeak? {
        getenv(variable).flatMap { DeliberateLeak(rawValue: String(cString: $0)) }
    }

    /// An event that was kept, as hexadecimal digits; empty unless it is to be sent.
    static var sentText: String {
        guard wanted == .sent, let first = kept.withLock({ $0.first }) else { return "" }
        return " " + hexadecimal(first)
    }

    /// Does with an event what must not be done.
    func take(_ packet: ByteView, _ store: KioskStore, _ log: Log) {
        let bytes = packet.withBytes { Array($0) }
        switch self {
        case .log:
            log.info("leak: " + Self.hexadecimal(bytes))
        case .heap:
            Self.kept.withLock { $0.append(bytes) }
        case .store, .sent:
            let isFirst = Self.kept.withLock { kept in
                guard kept.isEmpty else { return false }
                kept.append(bytes)
                return true
            }
            if isFirst, self == .store { Task { try await store.leak(bytes) } }
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
#endif
