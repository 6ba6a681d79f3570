import Glibc
import Testing

@testable import SystemIO

@Suite struct FileDescriptorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("what is written is read back, and the end is 0")
    func roundTrip() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        let file = try FileDescriptor.open(folder("file"), O_RDWR | O_CREAT)
        try file.writeAll(bytes)
        try file.writeAll([])
        try file.synchronize()
        #expect(lseek(file.number, 0, SEEK_SET) == 0)
        var buffer = [UInt8](repeating: 0, count: 200_000)
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == bytes.count)
        #expect(Array(buffer.prefix(bytes.count)) == bytes)
        #expect(try buffer.withUnsafeMutableBytes { try file.read(into: $0) } == 0)
    }

    @Test("it closes itself, and a child process does not get it")
    func closes() throws {
        let path = folder("file")
        do {
            let file = try FileDescriptor.open(path, O_RDWR | O_CREAT)
            #expect(fcntl(file.number, F_GETFD) & FD_CLOEXEC != 0)
            #expect(try openFiles().contains { $0.hasSuffix(path) })
        }
        #expect(try !openFiles().contains { $0.hasSuffix(path) })
    }

    @Test("a failed open names the path")
    func missing() {
        #expect(throws: SystemError("open", folder("no/file"), number: ENOENT)) {
            _ = try FileDescriptor.open(folder("no/file"), O_RDONLY)
        }
    }

    @Test("reading what is open for writing, and the other way round, is an error")
    func wrongDirection() throws {
        let path = try folder.write([1], to: "file")
        #expect(throws: SystemError("read", number: EBADF)) {
            let file = try FileDescriptor.open(path, O_WRONLY)
            var buffer = [UInt8](repeating: 0, count: 1)
            _ = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
        }
        #expect(throws: SystemError("write", number: EBADF)) {
            try FileDescriptor.open(path, O_RDONLY).writeAll([1])
        }
        #expect(throws: SystemError("fsync", number: EINVAL)) {
            try FileDescriptor.open("/dev/null", O_RDONLY).synchronize()
        }
    }

    @Test("a full disk is an error, not a loss")
    func full() {
        #expect(throws: SystemError("write", number: ENOSPC)) {
            try FileDescriptor.open("/dev/full", O_WRONLY).writeAll([1])
        }
    }
}
