import CLinux
import Glibc

/// The kernel's clocks.
package enum Clocks {
    /// Microseconds since the Unix epoch, which may step.
    ///
    /// The C function is `clock_gettime` with CLOCK_REALTIME.
    package static func realtime() -> Int64 {
        microseconds(CLOCK_REALTIME)
    }

    /// Microseconds since the boot, which never step and go on through suspension.
    ///
    /// The C function is `clock_gettime` with CLOCK_BOOTTIME.
    package static func boottime() -> Int64 {
        microseconds(CLOCK_BOOTTIME)
    }

    /// Whether somebody, such as systemd-timesyncd, keeps the wall clock right.
    ///
    /// The C function is `adjtimex`.
    package static var isSynchronised: Bool { CLinux_is_clock_synchronised() != 0 }

    private static func microseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
