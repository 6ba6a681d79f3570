import Foundation

/// A folder that looks like a part of sysfs.
struct FakeSysfs {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    var classFolder: String { folder.path + "/class/bluetooth" }

    /// Makes an adapter whose device lies at a path below `devices`.
    func add(_ name: String, at place: String) throws -> String {
        let path = folder.path + "/devices/" + place + "/bluetooth/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            atPath: classFolder,
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            atPath: classFolder + "/" + name,
            withDestinationPath: path
        )
        try link("devices/" + place + "/bluetooth/" + name + "/device", to: "devices/" + place)
        return path
    }

    /// Writes a file.
    func write(_ text: String, to name: String) throws {
        let path = folder.path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    func text(_ name: String) -> String {
        String(
            decoding: FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data(),
            as: UTF8.self
        )
    }

    /// Makes a link from one place to another.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name,
            withDestinationPath: folder.path + "/" + target
        )
    }
}
