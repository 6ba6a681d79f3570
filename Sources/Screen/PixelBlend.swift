package import Guidance

/// Mixes pixels with one colour, for a step of a fade.
///
/// The colour's weight is a number from 0 to 256; both ends are exact. Blue with red and green with
/// the unused byte are computed in 16-bit lanes of a vector, which every processor has.
package struct PixelBlend: Sendable {
    /// The weight of the colour alone.
    package static let full: UInt16 = 256

    private let weight: UInt16
    /// The colour's share of the even bytes (blue, red) and of the odd ones (green, unused).
    private let even: SIMD16<UInt16>
    private let odd: SIMD16<UInt16>

    /// A mixture with a colour of some weight, 0 to 256.
    package init(_ colour: Colour, weight: UInt16) {
        let weight = min(weight, Self.full)
        self.weight = weight
        var (even, odd) = (SIMD16<UInt16>(), SIMD16<UInt16>())
        for lane in 0..<16 {
            even[lane] = UInt16(lane % 2 == 0 ? colour.blue : colour.red) &* weight
            odd[lane] = UInt16(lane % 2 == 0 ? colour.green : 0) &* weight
        }
        self.even = even
        self.odd = odd
    }

    /// Writes pixels mixed with the colour.
    ///
    /// - Parameters:
    ///   - source: The first pixel, XRGB8888.
    ///   - target: Where the first one goes; it is not read.
    ///   - count: How many there are.
    package func write(
        _ source: UnsafeRawPointer,
        to target: UnsafeMutableRawPointer,
        count: Int
    ) {
        if weight == 0 {
            target.copyMemory(from: source, byteCount: count * 4)
            return
        }
        let whole = count / 8
        for block in 0..<whole {
            let pixels = source.loadUnaligned(fromByteOffset: block &* 32, as: SIMD16<UInt16>.self)
            target.storeBytes(of: mixed(pixels), toByteOffset: block &* 32, as: SIMD16<UInt16>.self)
        }
        let done = whole * 32
        let rest = count * 4 - done
        guard rest > 0 else { return }
        var block = SIMD16<UInt16>()
        withUnsafeMutableBytes(of: &block) { bytes in
            bytes.baseAddress?.copyMemory(from: source + done, byteCount: rest)
        }
        block = mixed(block)
        withUnsafeBytes(of: &block) { bytes in
            guard let first = bytes.baseAddress else { return }
            (target + done).copyMemory(from: first, byteCount: rest)
        }
    }

    /// Eight pixels mixed with the colour.
    @inline(__always)
    private func mixed(_ pixels: SIMD16<UInt16>) -> SIMD16<UInt16> {
        let share = SIMD16<UInt16>(repeating: Self.full &- weight)
        let low = (pixels & 0x00ff) &* share &+ even
        let high = (pixels &>> 8) &* share &+ odd
        return (low &>> 8) | (high & 0xff00)
    }
}
