/// The size of a panel or picture in whole pixels.
package struct PixelSize: Sendable, Hashable, CustomStringConvertible {
    /// The width in pixels.
    package let width: Int
    /// The height in pixels.
    package let height: Int

    /// A size from its two sides in pixels.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The size as people write it, for example `1920x1080`.
    package var description: String { "\(width)x\(height)" }
}
