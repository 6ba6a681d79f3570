/// All forms of all planted values, arranged so that a byte of memory is looked at once.
///
/// A bitmap over hashes of six bytes tells for nearly every place that nothing begins there; an open
/// table under the same hash tells what might.
package struct Needles: Sendable {
    struct Needle {
        let start: Int32
        let length: Int32
        let value: Int32
        let encoding: ValueEncoding
    }

    /// Bytes by which needles are found; none is shorter.
    static let keyLength = 6
    /// Length of the longest needle.
    private(set) var longest = keyLength
    /// How many different byte strings are looked for.
    package var count: Int { needles.count }
    /// How many values they belong to.
    package let values: Int

    private(set) var text: [UInt8] = []
    private(set) var needles: [Needle] = []
    private(set) var filter: [UInt64] = []
    private(set) var table: [Int32] = []

    /// Arranges the forms of values, and a marker that is looked for as it is.
    package init(values: [[UInt8]], marker: [UInt8] = []) {
        self.values = values.count
        for (index, value) in values.enumerated() {
            for encoding in ValueEncoding.allCases {
                for form in encoding.forms(of: value) {
                    add(form, value: index, encoding)
                }
            }
        }
        if !marker.isEmpty { add(marker, value: values.count, .marker) }
        arrange()
    }

    private mutating func add(_ form: [UInt8], value: Int, _ encoding: ValueEncoding) {
        guard form.count >= Self.keyLength else { return }
        longest = max(longest, form.count)
        needles.append(
            Needle(
                start: Int32(text.count),
                length: Int32(form.count),
                value: Int32(value),
                encoding: encoding
            )
        )
        text += form
    }

    private mutating func arrange() {
        filter = Array(repeating: 0, count: 1 << 18)
        var size = 1024
        while size < needles.count * 2 { size *= 2 }
        table = Array(repeating: -1, count: size)
        for (index, needle) in needles.enumerated() {
            let key = (0..<Self.keyLength).reduce(UInt64(0)) { key, offset in
                key | UInt64(text[Int(needle.start) + offset]) << UInt64(8 * offset)
            }
            let hash = Self.hash(key)
            filter[Int(hash >> 46)] |= 1 << (hash >> 40 & 63)
            var place = Int(truncatingIfNeeded: hash >> 20) & (size - 1)
            while table[place] >= 0 {
                place = (place + 1) & (size - 1)
            }
            table[place] = Int32(index)
        }
    }

    /// Spreads the six bytes of a key over a word.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ key >> 29) &* 0x9e37_79b9_7f4a_7c15
        return (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93
    }
}
