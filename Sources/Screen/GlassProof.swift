package import Guidance

/// What shows that a picture reached the glass: a figure of it, and where that was taken.
package struct GlassProof: Sendable, Equatable, CustomStringConvertible {
    /// How near to the glass the figure was taken.
    package enum Method: String, Sendable, Equatable, CaseIterable {
        /// The display hardware computed it from what it sent.
        case crc
        /// Of the memory that the kernel said is being scanned out.
        case readBack = "read_back"
        /// Of the buffer that was handed over last.
        case buffer
    }

    /// How near to the glass the figure was taken.
    package let method: Method
    /// Sixteen hexadecimal digits; equal for equal pictures of the same method and panel.
    package let digest: String

    /// A proof from its parts.
    package init(method: Method, digest: UInt64) {
        self.method = method
        let digits = String(digest, radix: 16)
        self.digest = String(repeating: "0", count: 16 - digits.count) + digits
    }

    package var description: String { "\(method.rawValue) \(digest)" }
}

/// A figure of a picture: FNV-1a with 64 bits, over whole pixels in place of bytes.
package enum PictureDigest {
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    /// The figure of rows of XRGB8888 pixels; the unused byte does not count.
    ///
    /// Begins with width and height, then goes over the pixels as 0xRRGGBB, row by row.
    package static func of(
        _ first: UnsafeRawPointer,
        width: Int,
        height: Int,
        pitch: Int
    ) -> UInt64 {
        var digest = basis
        for side in [width, height] { digest = (digest ^ UInt64(side)) &* prime }
        for row in 0..<height {
            let start = first + row * pitch
            for column in 0..<width {
                let pixel = start.loadUnaligned(fromByteOffset: column &* 4, as: UInt32.self)
                digest = (digest ^ UInt64(pixel & 0xff_ffff)) &* prime
            }
        }
        return digest
    }
}

extension GlassProof {
    /// The proof of a frame that was handed over, for outputs without a display.
    package init?(_ frame: Frame?) {
        guard let frame else { return nil }
        let digest = frame.pixels.withUnsafeBytes { pixels -> UInt64? in
            guard let first = pixels.baseAddress else { return nil }
            return PictureDigest.of(
                first,
                width: frame.width,
                height: frame.height,
                pitch: frame.stride
            )
        }
        guard let digest else { return nil }
        self.init(method: .buffer, digest: digest)
    }
}
