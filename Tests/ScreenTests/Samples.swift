import Foundation
import Guidance

/// Frames and folders for the tests of this folder.
enum Samples {
    static func frame(width: Int, height: Int) -> Frame? {
        let pixels = [UInt8](repeating: 7, count: width * height * 4)
        return Frame(width: width, height: height, stride: width * 4, pixels: pixels)
    }

    /// A frame without two equal pixels nearby, with unused bytes behind each row.
    static func noise(width: Int, height: Int, padding: Int = 0) -> Frame? {
        let stride = width * 4 + padding
        let pixels = (0..<(stride * height)).map { at in
            UInt8(truncatingIfNeeded: (UInt32(truncatingIfNeeded: at) &* 2_654_435_761) >> 13)
        }
        return Frame(width: width, height: height, stride: stride, pixels: pixels)
    }

    static func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("screen-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true
        )
        return path
    }
}
