/// The boot that counted a row, as 32 hexadecimal digits.
///
/// The kernel's random boot id on a board; for a replayed capture it is made from the capture, so that
/// the same replay never counts twice.
package struct BootID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Accepts 32 hexadecimal digits, with or without the kernel's dashes; nil for anything else.
    package init?(_ text: String) {
        let digits = text.lowercased().filter { $0 != "-" }
        let isHexadecimal = digits.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
        guard digits.utf8.count == 32, isHexadecimal else { return nil }
        self.text = digits
    }

    /// The boot id that stands for two 64-bit words.
    package init(_ high: UInt64, _ low: UInt64) {
        text = Self.hexadecimal(high) + Self.hexadecimal(low)
    }

    package var description: String { text }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
