import Beacons
import Fleet
import Glibc
import KioskLogic
import SystemIO

@testable import KioskService

/// A radio that hears a crowd once and then ends, fails or stays silent when told to.
final class ScriptedSource: AdvertSource {
    enum Ending {
        /// Listens on until it is stopped.
        case stopped
        /// Comes to its end, as a capture does.
        case over
        /// Fails, as an adapter does that is pulled out.
        case failed
    }

    static let phones = 200
    /// The moment at which it hears them.
    static let moment = Instant(seconds: 1_597_276_900)

    /// Set once it has heard everybody.
    let hasHeard = StopFlag()
    /// Set to let it come to its end.
    let isReleased = StopFlag()
    let origin: Report.Source
    private let ending: Ending

    init(_ origin: Report.Source, _ ending: Ending) {
        self.origin = origin
        self.ending = ending
    }

    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant? {
        if isReleased.isSet { throw StoreFault("pulled out") }
        onListening()
        for phone in 0..<Self.phones {
            Self.event(phone).withUnsafeBytes { deliver(ByteView($0), Self.moment) }
        }
        hasHeard.set()
        while !isStopped(), !isReleased.isSet { usleep(5000) }
        if isStopped() { return nil }
        if ending == .failed { throw StoreFault("pulled out") }
        return Self.moment
    }

    /// The trace that an Android phone's advert becomes.
    static func trace(_ phone: Int) -> Trace {
        Self.id(phone).withUnsafeBytes { bytes in
            Trace(
                low: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                high: UInt64(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
            )
        }
    }

    private static func id(_ phone: Int) -> [UInt8] {
        [UInt8(phone & 0xff), UInt8(phone >> 8)] + [UInt8](repeating: 7, count: 10)
    }

    private static func event(_ phone: Int) -> [UInt8] {
        let data = [0x0f, 0xff, 0xb5, 0x22] + id(phone) + [0x03, 0x03, 0x56, 0x4e]
        let sender = [UInt8(phone & 0xff), 2, 3, 4, 5, 0x46]
        let report = [0, 1] + sender + [UInt8(data.count)] + data + [0xc4]
        return [0x3e, UInt8(report.count + 2), 0x02, 1] + report
    }
}

/// A board with one adapter that hears the same crowd once.
struct ScriptedHouse: AdapterHouse {
    let source: ScriptedSource

    func wanted() -> [AdapterSpec] { [.index(9)] }

    func adapter(_ spec: AdapterSpec) -> any AdapterPort { ScriptedAdapter(source) }
}

private final class ScriptedAdapter: AdapterPort {
    let label = "hci9"
    let lost: UInt64 = 0
    private let source: ScriptedSource

    init(_ source: ScriptedSource) {
        self.source = source
    }

    func hear(_ deliver: (ByteView, Instant) -> Void) throws(RadioTrouble) -> AdapterNews {
        if source.hasHeard.isSet {
            usleep(5000)
        } else {
            _ = try? source.listen(until: { true }, onListening: {}, deliver: deliver)
        }
        return AdapterNews()
    }

    func start() {}
    func probe() {}
    func perform(_ stage: RadioStage) {}
    func close() {}
}

/// Seconds since the machine started.
struct BootClock: SteadyClock {
    func seconds() -> Double { Double(Clocks.boottime()) / 1e6 }
}

/// Nobody who could start the board anew.
struct NoDesk: RebootDesk {
    func past() -> [Instant] { [] }
    func request(_ reason: String, at time: Instant) {}
}

/// A clock that stands where the scripted radio hears.
struct StandingClock: KioskClock {
    func now() -> Instant { ScriptedSource.moment }
}
