import CLinux
import Glibc

/// Whole files and folders by path.
package enum Files {
    /// Reads a file of at most `limit` bytes.
    ///
    /// - Throws: `SystemError` with the path; EFBIG for a longer file.
    package static func read(_ path: String, limit: Int = 64 << 20) throws(SystemError) -> [UInt8] {
        let file = try FileDescriptor.open(path, O_RDONLY)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count: Int
            do {
                count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            } catch let error as SystemError {
                throw SystemError(error.operation, path, number: error.number)
            } catch {
                throw SystemError("read", path, number: EIO)
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw SystemError("read", path, number: EFBIG)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Replaces a file as a whole: a reader finds the old or the new one, never half of it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - bytes: Its new content.
    ///   - durably: Whether that shall hold after a power cut too, at the price of a wait for the disk.
    /// - Throws: `SystemError`; then the old file is still there.
    package static func replace(
        _ path: String,
        with bytes: [UInt8],
        durably: Bool = true
    ) throws(SystemError) {
        guard isReplaceable(path) else { throw SystemError("replace", path, number: EINVAL) }
        let draft = path + ".new"
        do {
            let file = try FileDescriptor.open(draft, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
            try file.writeAll(bytes)
            if durably { try file.synchronize() }
        } catch {
            unlink(draft)
            throw SystemError(error.operation, path, number: error.number)
        }
        guard rename(draft, path) == 0 else {
            let error = SystemError.last("rename", path)
            unlink(draft)
            throw error
        }
    }

    /// Whether a path is none of those that `rename` would destroy: pipes, sockets and devices.
    private static func isReplaceable(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return true }
        return [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// Makes a folder and those above it, where missing.
    ///
    /// The C function is `mkdir`.
    package static func makeFolder(_ path: String) throws(SystemError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/" + part
            guard mkdir(prefix, 0o755) == 0 || errno == EEXIST else {
                throw SystemError.last("mkdir", prefix)
            }
        }
        // EEXIST told that something is there, not that it is a folder.
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError.last("mkdir", path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw SystemError("mkdir", path, number: ENOTDIR)
        }
    }

    /// Whether something is there; yes as well when that cannot be told, so that opening it says why.
    ///
    /// The C function is `access`.
    package static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR)
    }
}
