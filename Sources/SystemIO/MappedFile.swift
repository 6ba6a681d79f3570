import CLinux
import Glibc

/// A file read through the page cache, without a copy.
///
/// A file that somebody shortens while it is mapped ends the process with SIGBUS (mmap(2)); replacing
/// it by `rename` is harmless.
package final class MappedFile: @unchecked Sendable {
    // @unchecked because of the pointer: the mapping is private, read-only and never changes until
    // deinit, so any thread may read it.
    private let base: UnsafeMutableRawPointer?
    /// Bytes in the file.
    package let count: Int

    /// Maps a regular file for reading.
    ///
    /// The C function is `mmap`.
    package init(_ path: String) throws(SystemError) {
        // Without O_NONBLOCK a pipe would wait for a writer before it can be refused.
        let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        var status = stat()
        guard fstat(file.number, &status) == 0 else { throw SystemError.last("fstat", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SystemError(
                "open",
                path,
                number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
            )
        }
        count = Int(status.st_size)
        guard count > 0 else {
            base = nil
            return
        }
        let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.number, 0)
        guard address != MAP_FAILED else { throw SystemError.last("mmap", path) }
        base = address
    }

    deinit {
        if let base { munmap(base, count) }
    }

    /// Lends the file's bytes.
    package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }
}
