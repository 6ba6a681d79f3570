import CLinux
import Glibc

/// A named pipe on which other processes leave lines.
package struct LinePipe: ~Copyable {
    private let path: String
    private let pipe: FileDescriptor
    private var unfinished: [UInt8] = []

    /// Most bytes of a line.
    private static let longestLine = 4096

    /// Makes the pipe, or takes one that is there.
    ///
    /// The C function is `mkfifo`.
    ///
    /// - Throws: `SystemError`; EEXIST when the path is something else.
    package init(_ path: String) throws(SystemError) {
        if mkfifo(path, 0o600) != 0 {
            let error = SystemError.last("mkfifo", path)
            var status = stat()
            guard error.number == EEXIST, stat(path, &status) == 0,
                status.st_mode & S_IFMT == S_IFIFO
            else { throw error }
        }
        // Open for writing as well, so that it does not end when a writer leaves.
        let opened = try FileDescriptor.open(path, O_RDWR | O_NONBLOCK)
        self.path = path
        pipe = opened
    }

    deinit {
        unlink(path)
    }

    /// The kernel's number of the open file, for `poll`.
    package var number: Int32 { pipe.number }

    /// The lines that are there, without their ends; a line that is longer than 4096 bytes is lost.
    package mutating func lines() -> [String] {
        var chunk = [UInt8](repeating: 0, count: Self.longestLine)
        while true {
            let count = chunk.withUnsafeMutableBytes { room in
                retrying { read(pipe.number, room.baseAddress, room.count) }
            }
            guard count > 0 else { break }
            unfinished += chunk[..<count]
        }
        var pieces = unfinished.split(separator: 0x0a, omittingEmptySubsequences: false)
        let rest = pieces.removeLast()
        unfinished = rest.count > Self.longestLine ? [] : Array(rest)
        return pieces.map { String(decoding: $0, as: UTF8.self) }
    }
}
