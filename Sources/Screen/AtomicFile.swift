import Glibc

/// Files that are replaced as a whole.
enum AtomicFile {
    /// Makes a folder unless it is there; see `mkdir(2)`.
    static func makeFolder(_ path: String) throws(ScreenError) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw .file(operation: "make the folder", path: path, errno: errno)
    }

    /// Writes a neighbour of the file and renames it; see `rename(2)`.
    static func write(_ bytes: [UInt8], to path: String) throws(ScreenError) {
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .file(operation: "create", path: temporary, errno: errno)
        }
        var failure = writeAll(bytes, to: descriptor)
        // close(2) may be the first to report a full disk on some file systems.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw .file(operation: "replace", path: path, errno: failure)
        }
    }

    /// Writes everything; returns 0 or the error number.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                guard written > 0 else { return EIO }
                done += written
            }
            return 0
        }
    }
}
