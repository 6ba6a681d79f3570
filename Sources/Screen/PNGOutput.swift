package import Guidance
import SystemIO

/// An output that keeps `screen.png` in a folder up to date.
///
/// A reader sees the old picture or the new one, never a part: the bytes go to another file that
/// then takes the name. They are not forced to the disk, since the next frame writes them again
/// and cards wear out.
package actor PNGOutput: Output {
    /// Turns a frame into the bytes of a PNG file.
    package typealias Encoder = @Sendable (Frame) throws -> [UInt8]

    private let directory: String
    private let size: PixelSize
    private let encode: Encoder

    /// The path of the picture.
    package nonisolated let path: String

    /// An output into a folder, which is made where it is missing.
    package init(directory: String, size: PixelSize, encode: @escaping Encoder) {
        self.directory = directory
        self.size = size
        self.encode = encode
        path = directory + "/screen.png"
    }

    package var state: OutputState { .on(size) }

    package func show(_ painted: Painted) throws {
        let frame = painted.frame
        guard frame.size == size else {
            throw ScreenError.wrongSize(frame: frame.size, display: size)
        }
        let bytes = try encode(frame)
        try Files.makeFolder(directory)
        try Files.replace(path, with: bytes, durably: false)
    }

    @discardableResult
    package func probe() -> OutputState { state }
}
