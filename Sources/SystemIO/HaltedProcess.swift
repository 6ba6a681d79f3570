import Glibc

/// A process that was started by somebody else and stands still while this exists.
package struct HaltedProcess: ~Copyable {
    /// The kernel's number of the process.
    package let identifier: Int32

    /// Microseconds to wait for it to stand still.
    private static let patience: Int64 = 5_000_000

    /// Sends SIGSTOP and waits until every thread has come to a halt.
    ///
    /// - Throws: `SystemError`; ESRCH when there is no such process, EPERM when it is not ours to stop,
    ///   ETIMEDOUT when it does not stop (it may be in the middle of a call to the disk).
    package init(_ identifier: Int32) throws(SystemError) {
        guard kill(identifier, SIGSTOP) == 0 else {
            throw SystemError("kill", "process \(identifier)", number: errno)
        }
        let deadline = Clocks.boottime() + Self.patience
        while try !Self.stands(identifier) {
            guard Clocks.boottime() < deadline else {
                kill(identifier, SIGCONT)
                throw SystemError("SIGSTOP", "process \(identifier)", number: ETIMEDOUT)
            }
            usleep(10_000)
        }
        self.identifier = identifier
    }

    deinit {
        kill(identifier, SIGCONT)
    }

    /// Whether it is stopped: the letter after its name in `/proc/PID/stat`, proc_pid_stat(5).
    private static func stands(_ identifier: Int32) throws(SystemError) -> Bool {
        let status = String(decoding: try Files.read("/proc/\(identifier)/stat"), as: UTF8.self)
        return status.split(separator: ")").last?.dropFirst().first == "T"
    }

    /// The values of its environment when it was started, of variables of that name.
    package func environment(_ name: String) throws(SystemError) -> [String] {
        try Files.read("/proc/\(identifier)/environ").split(separator: 0)
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.utf8.count + 1)) }
    }
}
