/// A moment of wall time in UTC, in microseconds since the Unix epoch.
///
/// Logic takes instants as arguments and never asks a clock. Values stay between the years 1970 and
/// 2200 (`plausible`), so that sums with any duration of this program cannot overflow.
package struct Instant: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(seconds: Int64) {
        microseconds = seconds &* 1_000_000
    }

    /// The moments a capture or a message may claim: 1970 up to 2200.
    package static let plausible: ClosedRange<Instant> =
        Instant(microseconds: 0)...Instant(seconds: 7_258_118_400)

    /// Whole seconds since the Unix epoch, rounded down.
    package var seconds: Int64 {
        let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return rest < 0 ? whole - 1 : whole
    }

    /// This moment moved by a number of whole seconds.
    package func adding(seconds: Int64) -> Instant {
        Instant(microseconds: microseconds &+ seconds &* 1_000_000)
    }

    /// Seconds from another moment to this one, negative when the other lies later.
    package func seconds(since other: Instant) -> Double {
        Double(microseconds &- other.microseconds) / 1_000_000
    }

    /// The latest multiple of `length` seconds since the Unix epoch that is not after this moment.
    ///
    /// Vietnam is a whole number of hours from UTC, so the quarters of both clocks coincide.
    package func aligned(to length: Int64) -> Instant {
        let whole = seconds
        let remainder = ((whole % length) + length) % length
        return Instant(seconds: whole - remainder)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}
