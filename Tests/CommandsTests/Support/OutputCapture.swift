import Foundation
import Testing

@testable import Commands

/// Catches what a program writes to standard output and standard error.
struct OutputCapture {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "commands-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// Runs a program and gives its exit code and what it wrote.
    ///
    /// - Parameters:
    ///   - program: The program.
    ///   - words: Its arguments.
    ///   - outPath: Where standard output goes instead of being caught.
    /// - Returns: The exit code and the two texts.
    /// - Throws: When a file cannot be made or read.
    func run(
        _ program: Program,
        _ words: [String],
        outPath: String? = nil
    ) async throws -> (code: ExitCode, out: String, error: String) {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let out = try Self.open(outPath ?? folder + "/out")
        let error = try Self.open(folder + "/error")
        let code = await Console.$output.withValue(Console.Output(out: out, error: error)) {
            await program.run(words)
        }
        close(out)
        close(error)
        let caught = outPath == nil ? try read("out") : ""
        return (code, caught, try read("error"))
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    private static func open(_ path: String) throws -> Int32 {
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try #require(file >= 0)
        return file
    }
}
