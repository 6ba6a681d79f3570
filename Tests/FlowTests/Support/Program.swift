import Foundation
import Testing

/// One of the project's programs, run as a process of its own.
final class Program {
    /// What a program that ended left behind.
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String

        var lines: [Substring] { output.split(separator: "\n") }
    }

    private let process = Process()
    private let folder: Folder

    /// Starts a program that was built beside the tests.
    init(_ name: String, _ arguments: [String], input: [UInt8] = []) throws {
        folder = try Folder()
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        process.executableURL =
            name == "env"
            ? URL(fileURLWithPath: "/usr/bin/env")
            : try Self.products(from: built).appendingPathComponent(name)
        process.arguments = arguments
        let given = try folder.write(input, to: "in")
        process.standardInput = FileHandle(forReadingAtPath: given)
        for (file, keyPath) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
            let path = try folder.write([], to: file)
            process[keyPath: keyPath] = FileHandle(forWritingAtPath: path)
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Where a program that was built beside the tests is.
    static func path(_ name: String) throws -> String {
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return try products(from: built).appendingPathComponent(name).path
    }

    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> Outcome {
        try Program(name, arguments, input: input).wait()
    }

    var identifier: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    /// What it has written to standard error so far.
    var errors: String { text("err") }

    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end.
    func wait() -> Outcome {
        process.waitUntilExit()
        // Foundation tells a signal apart from an exit; 128 is added as shells do.
        let isSignal = process.terminationReason == .uncaughtSignal
        let code = process.terminationStatus + (isSignal ? 128 : 0)
        return Outcome(code: code, output: text("out"), errors: text("err"))
    }

    private func text(_ file: String) -> String {
        let data = FileManager.default.contents(atPath: folder.path + "/" + file) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The folder with the programs: that of the test bundle, or the package's debug build.
    private static func products(from folder: URL) throws -> URL {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let candidates = [folder, package.appendingPathComponent(".build/debug")]
        return try #require(
            candidates.first {
                FileManager.default.isExecutableFile(
                    atPath: $0.appendingPathComponent("kiosk").path
                )
            },
            "build the programs first: swift build"
        )
    }
}

/// Waits until something holds, looking ten times a second, for at most so many seconds.
func eventually(
    within seconds: Double = 60,
    _ what: Comment,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ holds: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try await !holds() {
        try #require(ContinuousClock.now < deadline, what, sourceLocation: sourceLocation)
        try await Task.sleep(for: .milliseconds(100))
    }
}
