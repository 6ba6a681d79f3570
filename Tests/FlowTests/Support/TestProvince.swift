import Fleet
import Foundation
import Lifecycle
import ProvinceService
import Synchronization
import Testing
import Web

/// A province on loopback, in this process, with a certificate of its own.
final class TestProvince: Sendable {
    static let token = "a-token-for-tests-only"
    static let kiosk = "89-bus-0001"

    let folder: Folder
    let store: ProvinceStore
    let server: HTTPServer
    /// Where kiosks send to, such as `https://127.0.0.1:40123`.
    let address: String

    /// Starts a province; `port` 0 takes any, and a database in a given folder goes on.
    init(folder: Folder? = nil, port: UInt16 = 0) throws {
        let folder = try folder ?? Folder()
        self.folder = folder
        let tls = TLSFiles(
            certificate: folder.path + "/server.pem",
            key: folder.path + "/server.key"
        )
        try Self.makeCertificate(tls)
        let kiosk = RegisteredKiosk(
            id: try #require(KioskID(Self.kiosk)),
            name: "Xe buýt <thử>",
            place: "TP. Long Xuyên",
            token: Self.token
        )
        store = try ProvinceStore(path: folder.path + "/province.sqlite")
        let province = ProvinceServer(
            settings: ProvinceSettings(kiosks: [kiosk]),
            store: store,
            now: { Instant(seconds: Int64(Date().timeIntervalSince1970)) },
            log: Log { _, _ in }
        )
        server = HTTPServer(
            listeners: [ListenAddress(scheme: .https, host: "127.0.0.1", port: port)],
            tls: tls,
            limits: HTTPLimits()
        )
        let bound = try server.start { await province.answer($0) }
        address = "\(try #require(bound.first))"
    }

    /// The kiosk's settings that lead here.
    func kioskSettings(state: String) throws -> String {
        try folder.write(
            """
            {
                kiosk: "\(Self.kiosk)", state: "\(state)",
                province: {
                    server: "\(address)", authority: "\(folder.path)/server.pem",
                    token: "\(Self.token)", heartbeat_s: 1, picture_s: 1,
                },
            }
            """,
            to: "kiosk.json5"
        )
    }

    /// All rows of the kiosk, in the order of time.
    func rows() async throws -> [StoredRow] {
        try await store.quarters(of: try #require(KioskID(Self.kiosk)))
    }

    private static func makeCertificate(_ files: TLSFiles) throws {
        guard !FileManager.default.fileExists(atPath: files.certificate) else { return }
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", files.key, "-out", files.certificate,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        try #require(openssl.terminationStatus == 0)
    }
}
