import Foundation
import Testing

@testable import Web

/// A self-made authority in a temporary folder, and certificates of its servers.
final class TestAuthority: Sendable {
    let folder: String
    var file: String { folder + "/ca.pem" }

    init() throws {
        folder = NSTemporaryDirectory() + "uplink-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try openssl(
            ["req", "-x509", "-days", "2", "-subj", "/CN=Test authority"] + Self.newKey
                + ["-keyout", folder + "/ca.key", "-out", file]
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The files of a server with a name such as `IP:127.0.0.1` or `DNS:other.example`.
    func server(_ name: String) throws -> TLSFiles {
        let base = folder + "/" + UUID().uuidString
        try openssl(
            ["req", "-subj", "/CN=server", "-addext", "subjectAltName=" + name] + Self.newKey
                + ["-keyout", base + ".key", "-out", base + ".csr"]
        )
        try openssl([
            "x509", "-req", "-days", "2", "-copy_extensions", "copy", "-CAcreateserial",
            "-in", base + ".csr", "-CA", file, "-CAkey", folder + "/ca.key", "-out", base + ".pem",
        ])
        return TLSFiles(certificate: base + ".pem", key: base + ".key")
    }

    private static let newKey = [
        "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
    ]

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
