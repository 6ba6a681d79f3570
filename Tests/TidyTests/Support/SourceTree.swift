import Foundation
import Testing

/// The project's own Swift files, as text.
struct SourceTree {
    /// One file: where it is, and its lines.
    struct File {
        /// Path from the package's folder, such as `Sources/Fleet/Instant.swift`.
        let path: String
        let lines: [String]

        /// The module or test target it belongs to.
        var module: String { path.split(separator: "/")[1].description }
    }

    let files: [File]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Reads all Swift files below `Sources` and `Tests`.
    init() throws {
        var found: [File] = []
        for top in ["Sources", "Tests"] {
            let folder = Self.root.appendingPathComponent(top).path
            let names = try #require(FileManager.default.enumerator(atPath: folder))
            for case let name as String in names where name.hasSuffix(".swift") {
                let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                found.append(
                    File(path: "\(top)/\(name)", lines: text.components(separatedBy: "\n"))
                )
            }
        }
        files = found.sorted { $0.path < $1.path }
        try #require(files.count > 100, "the sources were not found")
    }

    var sources: [File] { files.filter { $0.path.hasPrefix("Sources/") } }
    var tests: [File] { files.filter { $0.path.hasPrefix("Tests/") } }
}
