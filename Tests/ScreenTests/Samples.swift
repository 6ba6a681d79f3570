import Foundation
import Guidance

/// Frames and folders for the tests of this folder.
enum Samples {
    static func frame(width: Int, height: Int) -> Frame? {
        let pixels = [UInt8](repeating: 7, count: width * height * 4)
        return Frame(width: width, height: height, stride: width * 4, pixels: pixels)
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
