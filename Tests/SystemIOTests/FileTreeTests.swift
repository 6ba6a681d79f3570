import Testing

@testable import SystemIO

@Suite struct FileTreeTests {
    @Test("all files below a folder are found, and go with it")
    func tree() throws {
        let folder = try TemporaryFolder()
        let path = try FileTree.makeTemporary(below: folder.path)
        try Files.makeFolder(path + "/a/b")
        try Files.replace(path + "/a/b/one", with: [1], durably: false)
        try Files.replace(path + "/two", with: [2], durably: false)
        #expect(try FileTree.files(below: path) == [path + "/a/b/one", path + "/two"])
        try FileTree.remove(path)
        #expect(!Files.exists(path))
        #expect(throws: SystemError.self) { try FileTree.files(below: path) }
    }
}
