import Foundation

/// The targets of this process's descriptors, as `/proc/self/fd` shows them.
func openFiles() throws -> [String] {
    let folder = "/proc/self/fd"
    return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
        try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + name)
    }
}
