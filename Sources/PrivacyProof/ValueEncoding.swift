/// A way in which a planted value could have been written down.
package enum ValueEncoding: String, CaseIterable, Sendable {
    /// The bytes as they were on the air; an id in a trace's two little-endian words is the same.
    case raw
    /// The bytes in reverse order, as addresses are printed and big-endian words hold them.
    case reversed
    /// The first eight bytes of an id alone: the low word of its trace, as registers hold it.
    case word
    /// Hexadecimal digits, either case, either order of the bytes.
    case hexadecimal
    /// Hexadecimal digits with colons between the bytes.
    case colons
    /// Hexadecimal digits with dashes between the bytes.
    case dashes
    /// Base64, standard or for URLs, at each of the three alignments, either order of the bytes.
    case base64
    /// The bytes as decimal numbers with commas, as lists are printed and JSON has them.
    case decimals
    /// The little-endian word as one decimal number.
    case number
    /// A word that is no value but must be found, since it shows that memory was really read.
    case marker

    /// Every form that a value takes in this encoding; each at least six bytes long.
    package func forms(of value: [UInt8]) -> [[UInt8]] {
        let orders = [value, value.reversed()]
        switch self {
        case .raw: return [value]
        case .reversed: return [value.reversed()]
        case .word: return value.count > 8 ? [Array(value.prefix(8))] : []
        case .hexadecimal: return orders.flatMap { Self.hexadecimal($0, between: "") }
        case .colons: return orders.flatMap { Self.hexadecimal($0, between: ":") }
        case .dashes: return orders.flatMap { Self.hexadecimal($0, between: "-") }
        case .base64: return orders.flatMap(Base64Forms.all)
        case .decimals: return [Self.list(value, ","), Self.list(value, ", ")]
        case .number:
            let number = value.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // Short numbers stand everywhere.
            return number > 999_999_999_999 ? [Array("\(number)".utf8)] : []
        case .marker: return []
        }
    }

    private static func hexadecimal(_ bytes: [UInt8], between: String) -> [[UInt8]] {
        ["0123456789abcdef", "0123456789ABCDEF"].map { digits in
            let digits = Array(digits.utf8)
            var text: [UInt8] = []
            for byte in bytes {
                if !text.isEmpty { text += between.utf8 }
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
            return text
        }
    }

    private static func list(_ bytes: [UInt8], _ between: String) -> [UInt8] {
        Array(bytes.map { "\($0)" }.joined(separator: between).utf8)
    }
}
