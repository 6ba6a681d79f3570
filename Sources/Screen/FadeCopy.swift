package import Guidance

/// Writes the steps of a fade into a panel's memory.
package final class FadeCopy {
    private let rotation: Rotation
    /// Room for rows of mixed pixels before they are turned.
    private var rows: UnsafeMutableRawBufferPointer?

    /// The rows that are mixed and then turned together; a tile's side.
    private static let band = 16

    /// Writes for a panel that is mounted that way.
    package init(rotation: Rotation) {
        self.rotation = rotation
    }

    deinit {
        rows?.deallocate()
    }

    /// Writes a whole picture mixed with a colour, but for the boxes that are spared.
    ///
    /// - Parameters:
    ///   - frame: The upright picture.
    ///   - fade: Its colour and what it spares.
    ///   - weight: Of the colour, 0 to 256.
    ///   - target: The first pixel of the panel, which has the frame's size, turned.
    ///   - pitch: The distance of the panel's rows, in bytes.
    package func write(
        _ frame: Frame,
        fade: Fade,
        weight: UInt16,
        to target: UnsafeMutableRawPointer,
        pitch: Int
    ) {
        let blend = PixelBlend(fade.colour, weight: weight)
        frame.pixels.withUnsafeBytes { pixels in
            guard let first = pixels.baseAddress else { return }
            if rotation == .none {
                for row in 0..<frame.height {
                    let source = first + row * frame.stride
                    blend.write(source, to: target + row * pitch, count: frame.width)
                }
            } else {
                turn(frame, from: first, blend: blend, to: target, pitch: pitch)
            }
        }
        for box in fade.sparing {
            PixelCopy.copy(box, of: frame, to: target, pitch: pitch, rotation: rotation)
        }
    }

    private func turn(
        _ frame: Frame,
        from first: UnsafeRawPointer,
        blend: PixelBlend,
        to target: UnsafeMutableRawPointer,
        pitch: Int
    ) {
        let stride = frame.width * 4
        guard let band = band(of: Self.band * stride) else { return }
        var top = 0
        while top < frame.height {
            let count = min(Self.band, frame.height - top)
            for row in 0..<count {
                let source = first + (top + row) * frame.stride
                blend.write(source, to: band + row * stride, count: frame.width)
            }
            PixelCopy.copy(
                Box(x: 0, y: top, width: frame.width, height: count),
                of: frame.size,
                from: UnsafeRawPointer(band),
                stride: stride,
                to: target,
                pitch: pitch,
                rotation: rotation
            )
            top += count
        }
    }

    private func band(of bytes: Int) -> UnsafeMutableRawPointer? {
        if let rows, rows.count >= bytes { return rows.baseAddress }
        rows?.deallocate()
        rows = .allocate(byteCount: bytes, alignment: 64)
        return rows?.baseAddress
    }
}
