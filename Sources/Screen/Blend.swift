package import Guidance

/// Mixes pictures with a colour, many bytes at a time.
package enum Blend {
    /// The amount at which nothing is left of the picture.
    package static let whole = 256

    /// Eight pixels; halves of 16 bits hold a byte and leave room to multiply it.
    private typealias Lanes = SIMD16<UInt16>

    /// Writes a frame mixed with a colour; exact at both ends, and it allocates nothing.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - colour: What it is mixed with.
    ///   - amount: How much of the colour, 0 to `whole`.
    ///   - sparing: Boxes that get the picture alone.
    ///   - target: Rows of XRGB8888; nothing is written when they are too few for the frame.
    ///   - pitch: The bytes from one row of the target to the next.
    package static func mix(
        _ frame: Frame,
        with colour: Colour,
        amount: Int,
        sparing: [Box],
        into target: UnsafeMutableRawBufferPointer,
        pitch: Int
    ) {
        guard let to = target.baseAddress, pitch >= frame.width * 4,
            target.count >= pitch * (frame.height - 1) + frame.width * 4
        else { return }
        let mixer = Mixer(colour: colour, amount: max(0, min(amount, whole)))
        frame.pixels.withUnsafeBytes { bytes in
            guard let from = bytes.baseAddress else { return }
            for y in 0..<frame.height {
                mixer.row(from + y * frame.stride, to + y * pitch, bytes: frame.width * 4)
            }
            for box in sparing {
                let (left, right) = (max(0, box.x), min(frame.width, box.right))
                guard left < right else { continue }
                for y in max(0, box.y)..<max(max(0, box.y), min(frame.height, box.bottom)) {
                    (to + y * pitch + left * 4).copyMemory(
                        from: from + y * frame.stride + left * 4,
                        byteCount: (right - left) * 4
                    )
                }
            }
        }
    }

    /// The arithmetic: picture * (256 - amount) + colour * amount, rounded, for each byte.
    ///
    /// Even and odd bytes of each half are taken apart with a mask and a shift, which every processor
    /// does to 16 bytes at once; the sum never exceeds 255 * 256 + 128.
    private struct Mixer {
        private let share: UInt16
        private let evens: Lanes
        private let odds: Lanes

        init(colour: Colour, amount: Int) {
            share = UInt16(whole - amount)
            func part(_ value: UInt8) -> UInt16 { UInt16(Int(value) * amount + 128) }
            // Little endian: blue is the even byte of the first half, red that of the second.
            var evens = Lanes(repeating: part(colour.blue))
            var odds = Lanes(repeating: part(colour.green))
            for index in stride(from: 1, to: Lanes.scalarCount, by: 2) {
                evens[index] = part(colour.red)
                odds[index] = part(0)
            }
            (self.evens, self.odds) = (evens, odds)
        }

        @inline(__always)
        func row(_ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, bytes: Int) {
            let step = MemoryLayout<Lanes>.size
            var at = 0
            while at + step <= bytes {
                let pixels = from.loadUnaligned(fromByteOffset: at, as: Lanes.self)
                to.storeBytes(of: mixed(pixels), toByteOffset: at, as: Lanes.self)
                at += step
            }
            while at < bytes {
                // The last few pixels, each repeated over all lanes.
                let pixel = from.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt16>.self)
                var pixels = Lanes(repeating: pixel[0])
                for index in stride(from: 1, to: Lanes.scalarCount, by: 2) {
                    pixels[index] = pixel[1]
                }
                let result = mixed(pixels).lowHalf.lowHalf.lowHalf
                to.storeBytes(of: result, toByteOffset: at, as: SIMD2<UInt16>.self)
                at += 4
            }
        }

        @inline(__always)
        private func mixed(_ pixels: Lanes) -> Lanes {
            let even = (pixels & 0x00FF) &* share &+ evens
            let odd = (pixels &>> 8) &* share &+ odds
            return even &>> 8 | odd & 0xFF00
        }
    }
}
