/// What a value looks like inside a longer base64 text (RFC 4648), wherever in it the value stands.
enum Base64Forms {
    private static let standard = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let forURLs = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    /// The letters that depend on the value alone, for each alignment and alphabet.
    static func all(of value: [UInt8]) -> [[UInt8]] {
        (0...2).flatMap { before -> [[UInt8]] in
            let usual = letters(of: value, before: before, standard)
            let forURLs = letters(of: value, before: before, forURLs)
            return usual == forURLs ? [usual] : [usual, forURLs]
        }
    }

    private static func letters(of value: [UInt8], before: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let bytes = [UInt8](repeating: 0, count: before) + value
        // Letters that hold bits of the bytes before belong to them, and so with those after.
        let first = (before * 8 + 5) / 6
        return (first..<bytes.count * 8 / 6).map { place in
            var index = 0
            for bit in place * 6..<place * 6 + 6 {
                index = index << 1 | Int(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
            }
            return alphabet[index]
        }
    }
}
