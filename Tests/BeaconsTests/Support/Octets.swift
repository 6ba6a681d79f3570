import Fleet
import Testing

@testable import Beacons

/// Lends octets as a view.
func withView<R>(_ octets: [UInt8], _ body: (ByteView) throws -> R) rethrows -> R {
    try octets.withUnsafeBytes { try body(ByteView($0)) }
}

/// Octets from a hex text.
func octets(_ hex: String) throws -> [UInt8] {
    let digits = try hex.map { try #require($0.hexDigitValue) }
    try #require(digits.count % 2 == 0)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

/// A number as octets, in either byte order.
func number<T: FixedWidthInteger>(_ value: T, big: Bool = true) -> [UInt8] {
    withUnsafeBytes(of: big ? value.bigEndian : value.littleEndian) { Array($0) }
}

/// The trace that up to sixteen octets make, least significant first.
func trace(_ octets: [UInt8], high: UInt64 = 0) -> Trace {
    var words: [UInt64] = [0, 0]
    for (index, octet) in octets.enumerated() {
        words[index / 8] |= UInt64(octet) << UInt64(index % 8 * 8)
    }
    return Trace(low: words[0], high: words[1] | high)
}

/// What the tests compare traces by, since a trace cannot be compared.
let testKey = DigestKey(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

/// The advertising data of a Bluezone Android phone with a synthetic id.
let androidData: [UInt8] =
    [0x02, 0x01, 0x02, 0x0f, 0xff, 0xb5, 0x22] + androidID + [0x03, 0x03, 0x56, 0x4e]

/// The id in `androidData`.
let androidID: [UInt8] = [
    0x64, 0xf4, 0x4a, 0x2c, 0x37, 0xb8, 0x5e, 0x52, 0xd8, 0x3e, 0xe1, 0xf8,
]

/// Seeded dice for mutations: SplitMix64.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
