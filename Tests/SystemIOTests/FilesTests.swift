import Glibc
import Testing

@testable import SystemIO

@Suite struct FilesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    // MARK: read

    @Test("a file is read whole", arguments: [0, 1, 65_536, 65_537, 200_000])
    func read(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = try folder.write(bytes, to: "file")
        #expect(try Files.read(path) == bytes)
    }

    @Test("a file of the limit is read, a longer one is refused", arguments: [10, 70_000])
    func limit(count: Int) throws {
        let path = try folder.write([UInt8](repeating: 7, count: count), to: "file")
        #expect(try Files.read(path, limit: count).count == count)
        #expect(throws: SystemError("read", path, number: EFBIG)) {
            try Files.read(path, limit: count - 1)
        }
    }

    @Test("an endless device ends at the limit")
    func endless() {
        #expect(throws: SystemError("read", "/dev/zero", number: EFBIG)) {
            try Files.read("/dev/zero", limit: 1 << 20)
        }
    }

    @Test("a missing file and a folder are errors that name the path")
    func unreadable() {
        let missing = folder("missing")
        #expect(throws: SystemError("open", missing, number: ENOENT)) { try Files.read(missing) }
        #expect(throws: SystemError("read", folder.path, number: EISDIR)) {
            try Files.read(folder.path)
        }
    }

    // MARK: replace

    @Test("a file is made, then replaced as a whole, and no draft stays")
    func replace() throws {
        let path = folder("file")
        try Files.replace(path, with: [1, 2, 3])
        #expect(try Files.read(path) == [1, 2, 3])
        let open = try FileDescriptor.open(path, O_RDONLY)
        try Files.replace(path, with: [])
        #expect(try Files.read(path) == [])
        // Whoever has the old file open reads the old file to its end.
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(try buffer.withUnsafeMutableBytes { try open.read(into: $0) } == 3)
        #expect(try folder.names() == ["file"])
    }

    @Test("a draft that a power cut left is no obstacle")
    func oldDraft() throws {
        _ = try folder.write([9, 9, 9, 9], to: "file.new")
        try Files.replace(folder("file"), with: [1])
        #expect(try Files.read(folder("file")) == [1])
        #expect(try folder.names() == ["file"])
    }

    @Test("a folder is not replaced, and no draft stays")
    func replaceFolder() throws {
        try Files.makeFolder(folder("target"))
        #expect(throws: SystemError("rename", folder("target"), number: EISDIR)) {
            try Files.replace(folder("target"), with: [1])
        }
        #expect(try folder.names() == ["target"])
    }

    @Test("a file in a missing folder is an error that names the file")
    func replaceNowhere() {
        #expect(throws: SystemError("open", folder("no/file"), number: ENOENT)) {
            try Files.replace(folder("no/file"), with: [1])
        }
    }

    @Test("when the draft cannot be made the old file stays")
    func replaceFails() throws {
        let path = try folder.write([5], to: "file")
        try Files.makeFolder(folder("file.new"))
        #expect(throws: SystemError("open", path, number: EISDIR)) {
            try Files.replace(path, with: [6])
        }
        #expect(try Files.read(path) == [5])
    }

    @Test("a pipe or device is not replaced by a file")
    func replaceDevice() throws {
        let pipe = folder("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        symlink("/dev/null", folder("null"))
        for path in [pipe, folder("null")] {
            #expect(throws: SystemError("replace", path, number: EINVAL)) {
                try Files.replace(path, with: [1])
            }
        }
        #expect(try folder.names() == ["null", "pipe"])
    }

    // MARK: makeFolder

    @Test(
        "missing folders are made, existing ones are kept",
        arguments: ["a/b/c", "a//b/", "a/./b"]
    )
    func makeFolder(name: String) throws {
        try Files.makeFolder(folder(name))
        try Files.makeFolder(folder(name))
        _ = try FileDescriptor.open(folder(name), O_RDONLY | O_DIRECTORY)
    }

    @Test("the root and a link to a folder are folders")
    func existingFolders() throws {
        try Files.makeFolder("/")
        try Files.makeFolder("/proc")
        symlink(folder.path, folder("link"))
        try Files.makeFolder(folder("link/below"))
        #expect(try folder.names() == ["below", "link"])
    }

    @Test("a folder over or under a file is refused")
    func folderOverFile() throws {
        let file = try folder.write([], to: "file")
        #expect(throws: SystemError("mkdir", file, number: ENOTDIR)) { try Files.makeFolder(file) }
        #expect(throws: SystemError("mkdir", file + "/below", number: ENOTDIR)) {
            try Files.makeFolder(file + "/below")
        }
    }

    @Test("a folder that cannot be made names itself")
    func folderInProc() {
        #expect(throws: SystemError("mkdir", "/proc/none", number: ENOENT)) {
            try Files.makeFolder("/proc/none/below")
        }
        #expect(throws: SystemError("mkdir", "", number: ENOENT)) { try Files.makeFolder("") }
    }

    // MARK: exists

    @Test("what is there exists, what is not does not")
    func exists() throws {
        let file = try folder.write([], to: "file")
        #expect(Files.exists(file))
        #expect(Files.exists(folder.path))
        #expect(!Files.exists(folder("missing")))
        #expect(!Files.exists(file + "/below"))
    }

    @Test("what cannot be looked at counts as there, so that reading it says why")
    func unknown() {
        let loop = folder("loop")
        symlink(loop, loop)
        #expect(Files.exists(loop))
        #expect(throws: SystemError("open", loop, number: ELOOP)) { try Files.read(loop) }
    }
}
