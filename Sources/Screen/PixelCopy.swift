package import Guidance

/// Copies parts of upright pictures into a panel's memory, turned as the panel is mounted.
///
/// Memory of displays is written in ascending order and never read: on some boards it is
/// write-combined, where reading is a hundred times as slow.
package enum PixelCopy {
    /// The side of the squares that quarter turns are done in; their rows fill a cache line.
    private static let tile = 16

    /// Copies a box of a frame; what of it lies outside the frame is left out.
    ///
    /// - Parameters:
    ///   - box: In the upright frame.
    ///   - frame: The upright picture.
    ///   - target: The first pixel of the panel, which has the frame's size, turned.
    ///   - pitch: The distance of the panel's rows, in bytes.
    ///   - rotation: How the panel is mounted.
    package static func copy(
        _ box: Box,
        of frame: Frame,
        to target: UnsafeMutableRawPointer,
        pitch: Int,
        rotation: Rotation
    ) {
        let box = box.clipped(to: frame.size)
        guard box.width > 0, box.height > 0 else { return }
        frame.pixels.withUnsafeBytes { pixels in
            guard let first = pixels.baseAddress else { return }
            copy(
                box,
                of: frame.size,
                from: first + box.y * frame.stride + box.x * 4,
                stride: frame.stride,
                to: target,
                pitch: pitch,
                rotation: rotation
            )
        }
    }

    /// Copies a box whose first pixel lies at `source`, of an upright picture of that size.
    static func copy(
        _ box: Box,
        of size: PixelSize,
        from source: UnsafeRawPointer,
        stride: Int,
        to target: UnsafeMutableRawPointer,
        pitch: Int,
        rotation: Rotation
    ) {
        let place = rotation.turned(box, in: size)
        let corner = target + place.y * pitch + place.x * 4
        switch rotation {
        case .none:
            for row in 0..<box.height {
                (corner + row * pitch).copyMemory(
                    from: source + row * stride,
                    byteCount: box.width * 4
                )
            }
        case .half:
            for row in 0..<box.height {
                reverse(
                    source + (box.height - 1 - row) * stride,
                    to: corner + row * pitch,
                    count: box.width
                )
            }
        case .quarter:
            // The panel's rows are the picture's columns, read upwards.
            let last = source + (box.height - 1) * stride
            turn(from: last, right: -stride, down: 4, to: corner, pitch: pitch, place: place)
        case .threeQuarters:
            let end = source + (box.width - 1) * 4
            turn(from: end, right: stride, down: -4, to: corner, pitch: pitch, place: place)
        }
    }

    private static func reverse(
        _ source: UnsafeRawPointer,
        to target: UnsafeMutableRawPointer,
        count: Int
    ) {
        var from = source + (count - 1) * 4
        var to = target
        for _ in 0..<count {
            to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
            from -= 4
            to += 4
        }
    }

    /// Fills a place of the panel from a picture whose pixels lie `right` and `down` bytes apart.
    private static func turn(
        from source: UnsafeRawPointer,
        right: Int,
        down: Int,
        to target: UnsafeMutableRawPointer,
        pitch: Int,
        place: Box
    ) {
        var top = 0
        while top < place.height {
            let rows = min(tile, place.height - top)
            var left = 0
            while left < place.width {
                let columns = min(tile, place.width - left)
                let from = source + left * right + top * down
                let to = target + top * pitch + left * 4
                if rows == tile, columns == tile {
                    turnTile(from: from, right: right, down: down, to: to, pitch: pitch)
                } else {
                    for row in 0..<rows {
                        for column in 0..<columns {
                            let pixel = from + row * down + column * right
                            (to + row * pitch + column * 4)
                                .copyMemory(from: pixel, byteCount: 4)
                        }
                    }
                }
                left += tile
            }
            top += tile
        }
    }

    /// Turns a whole tile, four by four pixels in registers.
    ///
    /// Four pixels of the panel's column lie side by side in the picture, forwards or backwards.
    @inline(__always)
    private static func turnTile(
        from source: UnsafeRawPointer,
        right: Int,
        down: Int,
        to target: UnsafeMutableRawPointer,
        pitch: Int
    ) {
        let isForwards = down > 0
        var row = 0
        while row < tile {
            var column = 0
            while column < tile {
                let first = source + column &* right + (isForwards ? row : row &+ 3) &* down
                let a = first.loadUnaligned(as: SIMD4<UInt32>.self)
                let b = (first + right).loadUnaligned(as: SIMD4<UInt32>.self)
                let c = (first + 2 &* right).loadUnaligned(as: SIMD4<UInt32>.self)
                let d = (first + 3 &* right).loadUnaligned(as: SIMD4<UInt32>.self)
                let corner = target + row &* pitch + column &* 4
                for lane in 0..<4 {
                    let line = SIMD4(a[lane], b[lane], c[lane], d[lane])
                    let at = corner + (isForwards ? lane : 3 &- lane) &* pitch
                    at.storeBytes(of: line, as: SIMD4<UInt32>.self)
                }
                column &+= 4
            }
            row &+= 4
        }
    }
}

extension Box {
    /// The part of the box that lies on a panel of that size.
    func clipped(to size: PixelSize) -> Box {
        let (left, top) = (max(0, x), max(0, y))
        return Box(
            x: left,
            y: top,
            width: min(right, size.width) - left,
            height: min(bottom, size.height) - top
        )
    }
}
