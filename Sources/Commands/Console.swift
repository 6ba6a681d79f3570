import Glibc
import Synchronization

/// Standard output and standard error, a line at a time.
package enum Console {
    private static let lock = Mutex<Void>(())

    /// Writes a line to standard output at once.
    package static func out(_ line: String) {
        write(line, to: STDOUT_FILENO)
    }

    /// Writes a line to standard error.
    package static func error(_ line: String) {
        write(line, to: STDERR_FILENO)
    }

    /// Writes whole lines in one piece; a closed pipe ends the process quietly, as usual for filters.
    private static func write(_ line: String, to descriptor: Int32) {
        var bytes = Array(line.utf8)[...]
        bytes.append(0x0a)
        lock.withLock { _ in
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                bytes = bytes.dropFirst(count)
            }
        }
    }
}
