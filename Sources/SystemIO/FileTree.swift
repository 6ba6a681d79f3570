import CLinux
import Glibc

/// Folders with all that is in them.
package enum FileTree {
    /// Makes a new folder that nobody else can look into, below another.
    ///
    /// The C function is `mkdtemp`.
    package static func makeTemporary(below folder: String) throws(SystemError) -> String {
        var template = Array((folder + "/bluezone-kiosk-XXXXXX").utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
        }
        guard isMade else { throw SystemError.last("mkdtemp", folder) }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The paths of all regular files below a folder, sorted; links are not followed.
    ///
    /// - Throws: `SystemError` when a folder cannot be read.
    package static func files(below folder: String) throws(SystemError) -> [String] {
        var found: [String] = []
        for path in try entries(of: folder) {
            switch try kind(of: path) {
            case S_IFDIR: found += try files(below: path)
            case S_IFREG: found.append(path)
            default: break
            }
        }
        return found.sorted()
    }

    /// Removes a folder with all that is in it.
    ///
    /// - Throws: `SystemError` of what could not be removed.
    package static func remove(_ folder: String) throws(SystemError) {
        for path in try entries(of: folder) {
            if try kind(of: path) == S_IFDIR {
                try remove(path)
            } else if unlink(path) != 0 {
                throw SystemError.last("unlink", path)
            }
        }
        guard rmdir(folder) == 0 else { throw SystemError.last("rmdir", folder) }
    }

    private static func kind(of path: String) throws(SystemError) -> mode_t {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SystemError.last("lstat", path) }
        return status.st_mode & S_IFMT
    }

    /// The C function is `readdir`.
    private static func entries(of folder: String) throws(SystemError) -> [String] {
        guard let stream = opendir(folder) else { throw SystemError.last("opendir", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(folder + "/" + name) }
        }
        return names
    }
}
