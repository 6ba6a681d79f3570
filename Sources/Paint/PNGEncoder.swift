import CCairo
package import Guidance

/// Encodes frames as PNG with cairo; it has no state and may be called from anywhere.
package enum PNGEncoder {
    /// The PNG bytes of a frame, made smaller when it is wider than `maximumWidth` pixels.
    ///
    /// The aspect is kept to the nearest pixel. Throws `PaintError`; see
    /// `cairo_surface_write_to_png_stream`.
    package static func encode(_ frame: Frame, maximumWidth: Int? = nil) throws -> [UInt8] {
        let limit = max(1, maximumWidth ?? frame.width)
        guard frame.width > limit else { return try write(frame) }
        let height = (frame.height * limit + frame.width / 2) / frame.width
        return try write(scaled(frame, to: PixelSize(width: limit, height: max(1, height))))
    }

    /// The frame at another size, filtered with cairo's best filter.
    private static func scaled(_ frame: Frame, to size: PixelSize) throws -> Frame {
        try Canvas.draw(size) { canvas in
            try withSurface(frame) { surface in
                try canvas.picture(surface, of: frame.size, in: Box(size))
            }
        }
    }

    private static func write(_ frame: Frame) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try withSurface(frame) { surface in
            let status = withUnsafeMutablePointer(to: &bytes) { target in
                cairo_surface_write_to_png_stream(surface, appendToArray, target)
            }
            try Canvas.check(status, "encode a PNG")
        }
        return bytes
    }

    /// Lends a cairo surface over the bytes of a frame, which cairo only reads.
    static func withSurface(
        _ frame: Frame,
        _ body: (OpaquePointer?) throws -> Void
    ) throws {
        try frame.pixels.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let surface = cairo_image_surface_create_for_data(
                UnsafeMutablePointer(mutating: start),
                Int32(CAIRO_FORMAT_RGB24),
                Int32(frame.width),
                Int32(frame.height),
                Int32(frame.stride)
            )
            defer {
                cairo_surface_finish(surface)
                cairo_surface_destroy(surface)
            }
            try Canvas.check(cairo_surface_status(surface), "read a picture of \(frame.size)")
            try body(surface)
        }
    }
}

/// Cairo's write function; the closure pointer is the array that `write` lends.
private func appendToArray(
    _ target: UnsafeMutableRawPointer?,
    _ data: UnsafePointer<UInt8>?,
    _ length: UInt32
) -> Int32 {
    guard let target, let data else { return Int32(CAIRO_STATUS_WRITE_ERROR) }
    target.assumingMemoryBound(to: [UInt8].self).pointee
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return Int32(CAIRO_STATUS_SUCCESS)
}
