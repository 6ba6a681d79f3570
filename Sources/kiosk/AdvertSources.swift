import Beacons
import Fleet
import KioskLogic
import KioskService
import Radio
import Synchronization
import SystemIO

/// The wall clock as the kernel has it.
struct WallClock: KioskClock {
    func now() -> Instant { Instant(microseconds: Clocks.realtime()) }
}

/// The seconds since the boot.
struct BootClock: SteadyClock {
    func seconds() -> Double { Double(Clocks.boottime()) / 1e6 }
}

/// The clock of a replay.
struct ReplayWallClock: KioskClock {
    let clock: ReplayClock

    func now() -> Instant { clock.now(ticks: Clocks.boottime()) }
}

extension LiveAdapter: AdapterPort {}

/// The adapters that a board's profile names.
struct BoardAdapters: AdapterHouse {
    let specs: [AdapterSpec]
    let isActiveScan: Bool

    /// For `all` those that are there now, each by its place, so that it is known when it comes back.
    func wanted() -> [AdapterSpec] {
        specs == [.all] ? AdapterFinder.all().map(\.lastingSpec) : specs
    }

    func adapter(_ spec: AdapterSpec) -> any AdapterPort {
        LiveAdapter(spec: spec, isActive: isActiveScan, isOnly: AdapterSpec.nameOne(specs))
    }
}

/// Remembers requests for a reboot in the state folder, and does nothing else about them.
///
/// Whoever looks after the board, such as a watchdog or a person, finds them in the log and on the
/// province's page.
struct RebootNotes: RebootDesk {
    let path: String
    /// Most requests kept.
    private static let most = 20

    func past() -> [Instant] {
        let bytes = (try? Files.read(path, limit: 4096)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .compactMap { Int64($0).map { Instant(seconds: $0) } }
            .filter(Instant.plausible.contains)
    }

    func request(_ reason: String, at time: Instant) {
        let lines = (past() + [time]).suffix(Self.most).map { "\($0.seconds)\n" }
        // Forgetting one only means that one more may be asked for.
        try? Files.replace(path, with: Array(lines.joined().utf8))
    }
}

/// A capture as a source of adverts; its file is given back when it is over.
final class ReplaySource: AdvertSource {
    private let radio: Mutex<ReplayRadio?>
    private let clock: ReplayClock
    /// Sees each event before it is delivered; there is one in tests of the privacy proof only.
    private let tap: @Sendable (ByteView) -> Void

    init(
        radio: ReplayRadio,
        clock: ReplayClock,
        tap: @escaping @Sendable (ByteView) -> Void = { _ in }
    ) {
        self.radio = Mutex(radio)
        self.clock = clock
        self.tap = tap
    }

    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant? {
        // Taken out, so that the capture is unmapped when this returns: nobody hears it again.
        let radio = radio.withLock { held in
            defer { held = nil }
            return held
        }
        guard let radio else { return nil }
        onListening()
        let end = try radio.play(clock: clock, until: isStopped) { packet, time in
            tap(packet)
            deliver(packet, time)
        }
        return isStopped() ? nil : end
    }
}
