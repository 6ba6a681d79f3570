import Beacons
import Fleet
import KioskService
import Radio
import Synchronization
import SystemIO

/// The wall clock as the kernel has it.
struct WallClock: KioskClock {
    func now() -> Instant { Instant(microseconds: Clocks.realtime()) }
}

/// The clock of a replay.
struct ReplayWallClock: KioskClock {
    let clock: ReplayClock

    func now() -> Instant { clock.now(ticks: Clocks.boottime()) }
}

/// A Bluetooth adapter as a source of adverts.
struct LiveSource: AdvertSource {
    let radio: LiveRadio

    var origin: Report.Source { .air }

    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant? {
        try radio.listen(until: isStopped, onListening: onListening, deliver: deliver)
        return nil
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

    var origin: Report.Source { .replay }

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
