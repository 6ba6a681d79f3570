import CLinux
import Glibc

/// An open file descriptor that closes itself.
package struct FileDescriptor: ~Copyable {
    /// The kernel's number.
    package let number: Int32

    /// Takes over a descriptor that is open.
    package init(owning number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Opens a file that child processes do not inherit.
    ///
    /// The C function is `open`.
    package static func open(
        _ path: String,
        _ flags: Int32,
        mode: UInt32 = 0o600
    ) throws(SystemError) -> FileDescriptor {
        let number = retrying { Int(CLinux_open(path, flags | O_CLOEXEC, mode)) }
        guard number >= 0 else { throw SystemError.last("open", path) }
        return FileDescriptor(owning: Int32(number))
    }

    /// Reads up to as many bytes as the buffer holds; 0 at the end.
    ///
    /// The C function is `read`.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        let count = retrying { Glibc.read(number, buffer.baseAddress, buffer.count) }
        guard count >= 0 else { throw SystemError.last("read") }
        return count
    }

    /// Writes all bytes.
    ///
    /// The C function is `write`.
    package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                retrying {
                    Glibc.write(
                        number,
                        buffer.baseAddress.map { $0 + written },
                        buffer.count - written
                    )
                }
            }
            guard count >= 0 else { throw SystemError.last("write") }
            // A device that takes nothing and says nothing would hold us for ever.
            guard count > 0 else { throw SystemError("write", number: EIO) }
            written += count
        }
    }

    /// Forces what was written onto the medium.
    ///
    /// The C function is `fsync`.
    package func synchronize() throws(SystemError) {
        guard retrying({ Int(fsync(number)) }) == 0 else { throw SystemError.last("fsync") }
    }
}
