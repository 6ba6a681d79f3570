import CLinux
import Glibc

/// A program started by this one, which ends with it at the latest.
package final class ChildProcess {
    /// The kernel's number of the process.
    package let identifier: Int32
    private var outcome: Int32?
    /// Whether the kernel wrote a core when it ended.
    package private(set) var hasCore = false

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Path of the executable.
    ///   - arguments: What follows its name.
    ///   - environment: Added to this process's own environment, `NAME=VALUE`.
    ///   - log: File that takes standard output and standard error.
    ///   - folder: Where it works; nil for where this process does.
    /// - Throws: `SystemError` when it cannot be started. The C function is `posix_spawn`.
    package init(
        _ program: String,
        _ arguments: [String],
        environment: [String],
        log: String,
        folder: String? = nil
    ) throws(SystemError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let folder { _ = CLinux_spawn_in(&actions, folder) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions,
            STDOUT_FILENO,
            log,
            O_WRONLY | O_CREAT | O_APPEND,
            0o600
        )
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A thread of Dispatch blocks signals, and a child inherits what the thread blocks.
        var unblocked = sigset_t()
        sigemptyset(&unblocked)
        posix_spawnattr_setsigmask(&attributes, &unblocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        var settings = (Self.inherited + environment).map { strdup($0) }
        defer { (words + settings).forEach { free($0) } }
        words.append(nil)
        settings.append(nil)
        var number: pid_t = 0
        let code = posix_spawn(&number, program, &actions, &attributes, words, settings)
        guard code == 0 else { throw SystemError("posix_spawn", program, number: code) }
        identifier = number
    }

    deinit {
        guard outcome == nil else { return }
        kill(identifier, SIGKILL)
        _ = wait()
    }

    private static var inherited: [String] {
        var found: [String] = []
        guard var next = CLinux_environment() else { return [] }
        while let entry = next.pointee {
            found.append(String(cString: entry))
            next += 1
        }
        return found
    }

    /// Sends a signal.
    package func send(_ signal: Int32) {
        if outcome == nil { kill(identifier, signal) }
    }

    /// Lifts its limit on the size of cores as far as it may be; false when it may not.
    ///
    /// The C function is `prlimit`.
    package func allowCore() -> Bool {
        outcome == nil && CLinux_allow_core(identifier) == 0
    }

    /// How it ended, nil while it runs: its exit code, or 128 and the signal that ended it.
    package func poll() -> Int32? {
        take(WNOHANG)
    }

    /// Waits for its end.
    package func wait() -> Int32 {
        take(0) ?? 0
    }

    /// Waits until it has come to a halt on SIGSTOP.
    package func waitUntilStopped() {
        var status: Int32 = 0
        _ = retrying { Int(waitpid(identifier, &status, WUNTRACED)) }
        if status & 0xff != 0x7f { note(status) }
    }

    private func take(_ options: Int32) -> Int32? {
        if let outcome { return outcome }
        var status: Int32 = 0
        let found = retrying { Int(waitpid(identifier, &status, options)) }
        if found == Int(identifier) { note(status) }
        if found < 0 { outcome = 0 }
        return outcome
    }

    /// Takes apart what `waitpid` said; see wait(2).
    private func note(_ status: Int32) {
        let signal = status & 0x7f
        hasCore = signal != 0 && status & 0x80 != 0
        outcome = signal == 0 ? status >> 8 & 0xff : 128 + signal
    }
}
