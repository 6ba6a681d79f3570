import Glibc
import Testing

@testable import SystemIO

@Suite struct MappedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("the bytes of a file are lent", arguments: [1, 4096, 4097])
    func bytes(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let file = try MappedFile(folder.write(bytes, to: "file"))
        #expect(file.count == count)
        #expect(file.withBytes { Array($0) } == bytes)
    }

    @Test("an empty file has no bytes")
    func empty() throws {
        let file = try MappedFile(folder.write([], to: "file"))
        #expect(file.count == 0)
        #expect(file.withBytes { $0.count } == 0)
    }

    @Test("a file may go while it is mapped")
    func deleted() throws {
        let path = try folder.write([1, 2, 3], to: "file")
        let file = try MappedFile(path)
        unlink(path)
        #expect(file.withBytes { Array($0) } == [1, 2, 3])
    }

    @Test("what is no regular file is refused by name")
    func refused() throws {
        // Opening a pipe that nobody writes to must not wait for a writer.
        #expect(mkfifo(folder("pipe"), 0o600) == 0)
        let table: [(path: String, number: Int32)] = [
            (folder("missing"), ENOENT),
            (folder.path, EISDIR),
            ("/dev/null", EINVAL),
            (folder("pipe"), EINVAL),
        ]
        for (path, number) in table {
            #expect(throws: SystemError("open", path, number: number)) { try MappedFile(path) }
        }
    }

    @Test("no descriptor stays open")
    func descriptors() throws {
        let path = try folder.write([1], to: "file")
        let file = try MappedFile(path)
        let target = try #require(realpath(path, nil))
        defer { free(target) }
        #expect(try !openFiles().contains(String(cString: target)))
        #expect(file.count == 1)
    }
}
