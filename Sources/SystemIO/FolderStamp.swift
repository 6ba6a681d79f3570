import Glibc

/// What can be seen of a folder without reading its files: enough to tell that something changed.
package struct FolderStamp: Sendable, Equatable {
    /// A file as its folder shows it.
    package struct Entry: Sendable, Equatable {
        /// The file's name.
        package let name: String
        /// The file's number on its disk; another one when the file was replaced.
        package let inode: UInt64
        /// Its length in bytes.
        package let size: Int64
        /// When it or its rights changed, in nanoseconds since 1970.
        package let changed: Int64
    }

    /// The files by name.
    package let entries: [Entry]
    /// The error number with which the folder could not be opened, 0 when it could.
    package let problem: Int32

    /// The most files that are looked at.
    package static let mostEntries = 200

    /// Looks at a folder; links are followed to it, and not in it.
    ///
    /// The C functions are `opendir`, `readdir` and `fstatat`.
    package init(of folder: String) {
        guard let stream = opendir(folder) else {
            entries = []
            problem = errno
            return
        }
        defer { closedir(stream) }
        problem = 0
        var found: [Entry] = []
        while found.count < Self.mostEntries, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            let time = status.st_ctim
            found.append(
                Entry(
                    name: name,
                    inode: UInt64(status.st_ino),
                    size: Int64(status.st_size),
                    changed: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
                )
            )
        }
        entries = found.sorted { $0.name < $1.name }
    }
}
