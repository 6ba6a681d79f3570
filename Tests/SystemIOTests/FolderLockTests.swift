import Foundation
import Testing

@testable import SystemIO

@Suite struct FolderLockTests {
    @Test("a folder is taken once at a time, and free again afterwards")
    func once() throws {
        let folder = NSTemporaryDirectory() + "folder-lock-\(UUID())"
        try Files.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            let lock = try FolderLock(folder)
            #expect(throws: SystemError("lock", folder, number: EWOULDBLOCK)) {
                _ = try FolderLock(folder)
            }
            withExtendedLifetime(lock) {}
        }
        _ = try FolderLock(folder)
    }

    @Test("a folder that is not there is named")
    func missing() {
        #expect(throws: SystemError("open", "/nonexistent/lock", number: ENOENT)) {
            _ = try FolderLock("/nonexistent")
        }
    }
}
