/// A 128-bit key that turns traces into digests for one quarter and is then overwritten.
package struct DigestKey: Sendable, CustomStringConvertible, CustomReflectable {
    private var first: UInt64
    private var second: UInt64

    package init(_ first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }

    /// Overwrites the key with zeros.
    package mutating func wipe() {
        first = 0
        second = 0
    }

    package var description: String { "<redacted>" }

    package var customMirror: Mirror { Mirror(self, children: [:]) }

    /// SipHash-2-4 of sixteen bytes given as two little-endian words.
    ///
    /// Source: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF" (2012).
    package func siphash(_ low: UInt64, _ high: UInt64) -> UInt64 {
        var state = State(first, second)
        state.absorb(low)
        state.absorb(high)
        state.absorb(16 << 56)
        return state.finish()
    }

    private struct State {
        private var v0, v1, v2, v3: UInt64

        init(_ first: UInt64, _ second: UInt64) {
            v0 = first ^ 0x736f_6d65_7073_6575
            v1 = second ^ 0x646f_7261_6e64_6f6d
            v2 = first ^ 0x6c79_6765_6e65_7261
            v3 = second ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            round()
            round()
            v0 ^= word
        }

        mutating func finish() -> UInt64 {
            v2 ^= 0xff
            round()
            round()
            round()
            round()
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func round() {
            v0 &+= v1
            v1 = Self.rotate(v1, 13) ^ v0
            v0 = Self.rotate(v0, 32)
            v2 &+= v3
            v3 = Self.rotate(v3, 16) ^ v2
            v0 &+= v3
            v3 = Self.rotate(v3, 21) ^ v0
            v2 &+= v1
            v1 = Self.rotate(v1, 17) ^ v2
            v2 = Self.rotate(v2, 32)
        }

        private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
            word << count | word >> (64 - count)
        }
    }
}
