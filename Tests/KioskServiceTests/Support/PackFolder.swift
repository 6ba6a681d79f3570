import Foundation

@testable import KioskService

/// A copy of the campaign's files in a temporary folder, to be spoilt; it goes with the test.
final class PackFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "pack-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, bytes) in BuiltInContent.files { try write(bytes, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    /// Replaces text in a file.
    func change(_ name: String, _ old: String, _ new: String) throws {
        let bytes = BuiltInContent.files[name] ?? []
        try write(String(decoding: bytes, as: UTF8.self).replacing(old, with: new), to: name)
    }
}
