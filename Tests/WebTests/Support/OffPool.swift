import Foundation

/// Runs blocking work on a thread of its own, so that handlers keep the cooperative pool.
func offPool<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}

/// Runs a command and returns its exit code and output.
@discardableResult
func runCommand(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: [UInt8]) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, Array(output))
}

/// Runs curl with the arguments and a time limit.
func curl(_ arguments: [String]) async throws -> (status: Int32, output: [UInt8]) {
    try await offPool {
        try runCommand("/usr/bin/curl", ["--silent", "--max-time", "20"] + arguments)
    }
}
