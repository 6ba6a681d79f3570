import Glibc
import Synchronization

/// Standard output and standard error, a line at a time.
package enum Console {
    /// Where lines go; tests of programs put files here.
    @TaskLocal static var output = Output()

    struct Output: Sendable {
        var out = STDOUT_FILENO
        var error = STDERR_FILENO
    }

    /// The error number of output that could not be written, 0 when all was; also the lock.
    private static let lost = Mutex<Int32>(0)

    /// Writes a line to standard output at once.
    package static func out(_ line: String) {
        write(line, to: output.out)
    }

    /// Writes a line to standard error.
    package static func error(_ line: String) {
        write(line, to: output.error)
    }

    /// Why standard output lost a line since this was asked last, such as a full disk; nil when none.
    static func takeLoss() -> String? {
        let number = lost.withLock { lost in
            defer { lost = 0 }
            return lost
        }
        return number == 0 ? nil : String(cString: strerror(number))
    }

    /// Writes whole lines in one piece; a closed pipe ends the process quietly, as usual for filters.
    private static func write(_ line: String, to descriptor: Int32) {
        var bytes = Array(line.utf8)[...]
        bytes.append(0x0a)
        lost.withLock { lost in
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
                if count < 0, errno == EINTR || (errno == EAGAIN && waitForRoom(descriptor)) {
                    continue
                }
                guard count > 0 else {
                    if descriptor == output.out { lost = count < 0 ? errno : EIO }
                    return
                }
                bytes = bytes.dropFirst(count)
            }
        }
    }

    /// Waits until a descriptor that never blocks, as some terminals are, takes more.
    private static func waitForRoom(_ descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&waiting, 1, -1) > 0 || errno == EINTR
    }
}
