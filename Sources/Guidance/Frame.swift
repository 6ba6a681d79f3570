/// A finished picture as bytes, ready for a display, a file or a test.
///
/// Pixels are XRGB8888 little endian (bytes blue, green, red, unused), the layout of cairo's
/// `CAIRO_FORMAT_RGB24` and of the kernel's `DRM_FORMAT_XRGB8888`.
package struct Frame: Sendable, Equatable {
    /// The width in pixels.
    package let width: Int
    /// The height in pixels.
    package let height: Int
    /// The distance from one row to the next, in bytes.
    package let stride: Int
    /// The rows from top to bottom, `stride` bytes each.
    package let pixels: [UInt8]

    /// A frame, or nil when the bytes cannot hold the stated size.
    package init?(width: Int, height: Int, stride: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, stride >= width * 4, pixels.count >= stride * height else {
            return nil
        }
        self.width = width
        self.height = height
        self.stride = stride
        self.pixels = pixels
    }

    /// The width and height together.
    package var size: PixelSize { PixelSize(width: width, height: height) }

    /// The colour of one pixel, or nil outside the picture.
    package func colour(x: Int, y: Int) -> Colour? {
        guard x >= 0, x < width, y >= 0, y < height else { return nil }
        let at = y * stride + x * 4
        return Colour(red: pixels[at + 2], green: pixels[at + 1], blue: pixels[at])
    }
}
