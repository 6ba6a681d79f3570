import Glibc
import SystemIO

/// A kiosk that hears the planted capture, and the province that it reports to.
final class ProofKiosk {
    let province: FakeProvince
    let folder: ProofFolder
    private let process: ChildProcess

    /// Seconds for the kiosk to hear everything, and to stop.
    private static let patience = (run: 240, stop: 30)

    /// Starts a kiosk.
    ///
    /// - Parameters:
    ///   - program: Path of its executable.
    ///   - folder: Where it works; holds the capture already.
    ///   - environment: Added to this process's own environment, `NAME=VALUE`.
    /// - Throws: `SystemError` when it cannot be started.
    init(_ program: String, _ folder: ProofFolder, environment: [String]) throws {
        province = try FakeProvince()
        try folder.fill(province: province.address)
        self.folder = folder
        process = try ChildProcess(
            program,
            [
                "run", "--config", folder.settings, "--replay", folder.capture,
                "--replay-speed", "100000", "--display", "png:" + folder.display,
            ],
            environment: environment,
            log: folder.log,
            folder: folder.path
        )
    }

    deinit {
        province.finish()
    }

    var identifier: Int32 { process.identifier }

    /// Waits until the replay is over and so many quarters have arrived, whatever they are worth.
    func waitUntilHeard(quarters: Int) throws(ProofError) {
        let deadline = Self.deadline(Self.patience.run)
        while true {
            if let code = process.poll() { throw .ended(code: code, line: folder.lastLine) }
            let arrived = province.quarters.count
            if arrived >= quarters, folder.says("radio: replay over") { return }
            guard Clocks.boottime() < deadline else {
                throw .late(
                    "the end of the replay and \(quarters) quarters (\(arrived) came)",
                    seconds: Self.patience.run,
                    line: folder.lastLine
                )
            }
            usleep(100_000)
        }
    }

    /// Lets it stand still.
    func halt() {
        process.send(SIGSTOP)
        process.waitUntilStopped()
    }

    /// Lets it go on and tells it to stop.
    ///
    /// - Throws: `ProofError` when it does not, or not well.
    func stop() throws(ProofError) {
        process.send(SIGCONT)
        let code = try end(by: SIGTERM)
        guard code == 0 else { throw ProofError.badEnd(code) }
    }

    /// Lifts its limit on cores, lets it crash, and tells where its core is; nil when there is none.
    ///
    /// - Throws: `ProofError` when it does not end.
    func crash() throws -> String? {
        guard process.allowCore() else { return nil }
        _ = try end(by: SIGABRT)
        guard process.hasCore else { return nil }
        return try FileTree.files(below: folder.path).first { path in
            path.dropFirst(folder.path.utf8.count + 1).hasPrefix("core")
        }
    }

    private func end(by signal: Int32) throws(ProofError) -> Int32 {
        process.send(signal)
        let deadline = Self.deadline(Self.patience.stop)
        while process.poll() == nil {
            guard Clocks.boottime() < deadline else {
                throw .late("its end", seconds: Self.patience.stop, line: folder.lastLine)
            }
            usleep(50_000)
        }
        return process.wait()
    }

    private static func deadline(_ seconds: Int) -> Int64 {
        Clocks.boottime() + Int64(seconds) * 1_000_000
    }
}
