import Glibc

/// Why a file of somebody else's folder is not read.
package enum PlainFileError: Error, Equatable, CustomStringConvertible {
    /// The file cannot be opened or read.
    case system(SystemError)
    /// There is no such file.
    case absent
    /// A symbolic link, which may lead anywhere.
    case link
    /// A folder, pipe, socket or device.
    case special
    /// Longer than the limit, both in bytes.
    case long(Int, limit: Int)

    package var description: String {
        switch self {
        case .system(let error): "\(error)"
        case .absent: "is not there"
        case .link: "is a link; only plain files are read"
        case .special: "is a folder, pipe, socket or device; only plain files are read"
        case .long(let size, let limit): "has \(size) bytes; at most \(limit)"
        }
    }
}

/// Reads files that others put there: plain ones of a bounded length, and nothing that could block.
package enum PlainFile {
    /// The bytes of a file.
    ///
    /// The C functions are `open` with O_NOFOLLOW and O_NONBLOCK, and `fstat`; the length is judged
    /// before anything is read.
    package static func read(_ path: String, limit: Int) throws(PlainFileError) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            var status = stat()
            guard fstat(file.number, &status) == 0 else {
                throw PlainFileError.system(.last("fstat", path))
            }
            guard status.st_mode & S_IFMT == S_IFREG else { throw PlainFileError.special }
            let size = Int(status.st_size)
            guard size <= limit else { throw PlainFileError.long(size, limit: limit) }
            return try bytes(of: file, limit: limit)
        } catch let error as PlainFileError {
            throw error
        } catch let error as SystemError {
            // Sockets cannot be opened at all.
            guard error.number != ENOENT else { throw PlainFileError.absent }
            guard error.number != ELOOP else { throw PlainFileError.link }
            guard error.number != ENXIO else { throw PlainFileError.special }
            throw PlainFileError.system(error)
        } catch {
            throw PlainFileError.system(SystemError("read", path, number: EIO))
        }
    }

    private static func bytes(of file: borrowing FileDescriptor, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { return bytes }
            // It may have grown since it was measured.
            guard bytes.count + count <= limit else {
                throw PlainFileError.long(bytes.count + count, limit: limit)
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }
}
