import Beacons
import Fleet
import KioskService
import Radio
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

/// A capture as a source of adverts.
struct ReplaySource: AdvertSource {
    let radio: ReplayRadio
    let clock: ReplayClock

    var origin: Report.Source { .replay }

    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant? {
        onListening()
        let end = try radio.play(clock: clock, until: isStopped, deliver: deliver)
        return isStopped() ? nil : end
    }
}
