import CLinux
import Glibc

/// A folder that one process at a time may use; the kernel gives it back however the process ends.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the folder, until the lock is let go.
    ///
    /// The C function is `flock`.
    ///
    /// - Parameter folder: A folder that exists.
    /// - Throws: `SystemError`; its number is EWOULDBLOCK when another process has the folder.
    package init(_ folder: String) throws(SystemError) {
        let path = folder + "/lock"
        descriptor = CLinux_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError.last("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw SystemError.last("lock", folder)
        }
    }

    deinit {
        close(descriptor)
    }
}
