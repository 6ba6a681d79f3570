package import Guidance

/// Copies parts of an upright frame to a panel's memory, turned and in the panel's own format.
///
/// A panel that takes a frame's pixels as they are is served by `PixelCopy`.
package struct PanelCopy: Sendable {
    /// What the panel takes.
    package let format: PixelFormat
    /// How far the picture is turned clockwise.
    package let rotation: Rotation

    /// Whether the panel takes a frame's pixels as they are.
    private let isPlain: Bool

    /// Edge of the squares in which a sideways picture is copied, so that both sides stay in the cache.
    private static let tile = 32

    /// A copier for a panel.
    package init(format: PixelFormat, rotation: Rotation = .none) {
        self.format = format
        self.rotation = rotation
        isPlain = format == .xrgb8888
    }

    /// Copies a box of the frame into a panel's whole memory.
    ///
    /// What of the box lies outside the frame is left out.
    ///
    /// - Parameters:
    ///   - box: The part, in the upright picture.
    ///   - frame: The picture.
    ///   - target: The panel's memory from its first pixel on.
    ///   - pitch: Bytes from one of its rows to the next.
    /// - Returns: Whether the memory was large enough; else nothing was written.
    @discardableResult
    package func copy(
        _ box: Box,
        of frame: Frame,
        into target: UnsafeMutableRawBufferPointer,
        pitch: Int
    ) -> Bool {
        let place = rotation.turned(box.clipped(to: frame.size), in: frame.size)
        guard place.width > 0, place.height > 0 else { return true }
        let end = (place.bottom - 1) * pitch + place.right * format.bytes
        guard let base = target.baseAddress, end <= target.count else { return false }
        if isPlain {
            PixelCopy.copy(box, of: frame, to: base, pitch: pitch, rotation: rotation)
            return true
        }
        write(place, of: frame, to: base + place.y * pitch + place.x * format.bytes, pitch: pitch)
        return true
    }

    /// The bytes of a box alone, row by row as the panel has them, and where it lies on the panel.
    package func bytes(of box: Box, in frame: Frame) -> (place: Box, bytes: [UInt8]) {
        let place = rotation.turned(box.clipped(to: frame.size), in: frame.size)
        let row = place.width * format.bytes
        guard row > 0, place.height > 0 else { return (place, []) }
        var bytes = [UInt8](repeating: 0, count: row * place.height)
        bytes.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            write(place, of: frame, to: base, pitch: row)
        }
        return (place, bytes)
    }

    /// Writes a box of the panel, whose first pixel goes to `base`.
    private func write(
        _ place: Box,
        of frame: Frame,
        to base: UnsafeMutableRawPointer,
        pitch: Int
    ) {
        let walk = Walk(frame, rotation)
        frame.pixels.withUnsafeBytes { source in
            guard let pixels = source.baseAddress else { return }
            let edge = rotation.isSideways ? Self.tile : max(place.width, 1)
            for top in stride(from: 0, to: place.height, by: Self.tile) {
                for left in stride(from: 0, to: place.width, by: edge) {
                    for row in top..<min(top + Self.tile, place.height) {
                        line(
                            from: pixels + walk.offset(x: place.x + left, y: place.y + row),
                            step: walk.across,
                            to: base + row * pitch + left * format.bytes,
                            count: min(edge, place.width - left)
                        )
                    }
                }
            }
        }
    }

    /// Converts pixels that lie `step` bytes apart.
    private func line(
        from source: UnsafeRawPointer,
        step: Int,
        to target: UnsafeMutableRawPointer,
        count: Int
    ) {
        var at = 0
        if isPlain {
            for index in 0..<count {
                let pixel = source.loadUnaligned(fromByteOffset: at, as: UInt32.self)
                target.storeBytes(of: pixel, toByteOffset: index * 4, as: UInt32.self)
                at += step
            }
            return
        }
        for index in 0..<count {
            let value = format.pack(
                red: source.load(fromByteOffset: at + 2, as: UInt8.self),
                green: source.load(fromByteOffset: at + 1, as: UInt8.self),
                blue: source.load(fromByteOffset: at, as: UInt8.self)
            )
            at += step
            store(value, to: target + index * format.bytes)
        }
    }

    private func store(_ value: UInt32, to target: UnsafeMutableRawPointer) {
        let ordered = format.isBigEndian ? value << UInt32(32 - 8 * format.bytes) : value
        let word = format.isBigEndian ? ordered.bigEndian : ordered.littleEndian
        switch format.bytes {
        case 2: target.storeBytes(of: UInt16(truncatingIfNeeded: word), as: UInt16.self)
        case 4: target.storeBytes(of: word, as: UInt32.self)
        default:
            for byte in 0..<format.bytes {
                target.storeBytes(
                    of: UInt8(truncatingIfNeeded: word >> UInt32(8 * byte)),
                    toByteOffset: byte,
                    as: UInt8.self
                )
            }
        }
    }
}

/// Where in a frame the pixels of a turned panel come from, in bytes.
private struct Walk {
    private let origin: Int
    /// From a pixel of the panel to its right neighbour.
    let across: Int
    /// From a pixel of the panel to the one under it.
    private let down: Int

    init(_ frame: Frame, _ rotation: Rotation) {
        let (lastRow, lastColumn) = ((frame.height - 1) * frame.stride, (frame.width - 1) * 4)
        (origin, across, down) =
            switch rotation {
            case .none: (0, 4, frame.stride)
            case .quarter: (lastRow, -frame.stride, 4)
            case .half: (lastRow + lastColumn, -4, -frame.stride)
            case .threeQuarters: (lastColumn, frame.stride, -4)
            }
    }

    func offset(x: Int, y: Int) -> Int { origin + x * across + y * down }
}
