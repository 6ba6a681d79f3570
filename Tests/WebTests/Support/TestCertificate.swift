import Foundation

@testable import Web

/// A self-made certificate for 127.0.0.1 in a temporary folder that goes with it.
final class TestCertificate: Sendable {
    let folder: String
    var files: TLSFiles { TLSFiles(certificate: folder + "/cert.pem", key: folder + "/key.pem") }

    init() throws {
        folder = NSTemporaryDirectory() + "web-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try runCommand(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=IP:127.0.0.1",
                "-keyout", files.key, "-out", files.certificate,
            ]
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
