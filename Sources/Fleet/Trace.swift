/// What tells one sender from another: a Bluezone id or a device address, on its way to its digest.
///
/// A trace can be made and digested under a quarter's key, and nothing else: its bytes cannot be read
/// back, printed, encoded or compared. That keeps the promise that no identifier of a phone is ever
/// printed, logged, stored or sent.
package struct Trace: Sendable, CustomStringConvertible, CustomReflectable {
    private let low: UInt64
    private let high: UInt64

    /// The trace of a sender of whom nothing is known; it is never counted.
    package static let none = Trace(low: 0, high: 0)

    /// Packs up to 16 bytes, least significant first.
    package init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The keyed digest of the trace: 64 bits of SipHash-2-4 under a quarter's key.
    ///
    /// Without the key, which lives in memory for a quarter hour and its grace, nobody can tell which
    /// identifier a digest came from.
    package func digest(under key: DigestKey) -> UInt64 {
        key.siphash(low, high)
    }

    package var description: String { "<redacted>" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
