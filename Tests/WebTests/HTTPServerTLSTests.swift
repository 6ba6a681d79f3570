import Foundation
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(4)))
struct HTTPServerTLSTests {
    @Test("curl checks the certificate and talks", arguments: ["--tlsv1.3", "--tls-max=1.2"])
    func handshake(version: String) async throws {
        let certificate = try TestCertificate()
        let test = try TestServer(.https, certificate: certificate)
        let options = version == "--tlsv1.3" ? ["--tlsv1.3"] : ["--tls-max", "1.2"]
        let body = String(repeating: "0123456789", count: 40_000)
        let file = certificate.folder + "/body"
        try body.write(toFile: file, atomically: true, encoding: .utf8)
        let answer = try await curl(
            options + [
                "--cacert", certificate.files.certificate, "--data-binary", "@" + file,
                "https://127.0.0.1:\(test.port)/x",
            ]
        )
        #expect(answer.status == 0)
        #expect(String(decoding: answer.output, as: UTF8.self) == body)
        await test.server.stop()
    }

    @Test("TLS 1.1 is refused")
    func oldVersion() async throws {
        let test = try TestServer(.https, certificate: TestCertificate())
        let answer = try await curl(
            ["-k", "--tlsv1.0", "--tls-max", "1.1", "https://127.0.0.1:\(test.port)/"]
        )
        #expect(answer.status == 35)
        await test.server.stop()
    }

    @Test("plain http or garbage on the TLS port does no harm")
    func plainOnTLS() async throws {
        let certificate = try TestCertificate()
        let test = try TestServer(.https, certificate: certificate)
        for text in ["GET / HTTP/1.1\r\n\r\n", String(repeating: "\u{16}\u{3}", count: 5000)] {
            #expect(try await test.say(text).hasPrefix("HTTP") == false)
        }
        let answer = try await curl(["-k", "https://127.0.0.1:\(test.port)/"])
        #expect(answer.status == 0)
        await test.server.stop()
    }

    @Test("1,000 TLS clients that vanish while their answers wait leave the server whole")
    func vanishingClients() async throws {
        let gate = Gate()
        let certificate = try TestCertificate()
        let test = try TestServer(.https, certificate: certificate) { request in
            if request.path == "/slow" { await gate.pass() }
            return HTTPResponse(status: 200, body: [UInt8](repeating: 7, count: 50_000))
        }
        for round in 1...10 {
            let crowd = try crowd(of: 100, port: test.port)
            await gate.waitForArrivals(round * 100)
            // Odd rounds: the clients are gone before the answers; even rounds: both at once.
            if round.isMultiple(of: 2) { gate.open(andStayOpen: false) }
            kill(crowd.processIdentifier, SIGKILL)
            try await offPool { crowd.waitUntilExit() }
            gate.open(andStayOpen: false)
        }
        gate.open()
        let answer = try await curl(["-k", "https://127.0.0.1:\(test.port)/slow"])
        #expect(answer.status == 0)
        #expect(answer.output.count == 50_000)
        await test.server.stop()
    }

    /// One curl process that holds many connections.
    private func crowd(of count: Int, port: UInt16) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = [
            "-k", "--silent", "--output", "/dev/null", "--parallel", "--parallel-immediate",
            "--parallel-max", "\(count)", "--max-time", "60",
            "https://127.0.0.1:\(port)/slow?[1-\(count)]",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test("unusable certificate files are named")
    func badFiles() throws {
        let certificate = try TestCertificate()
        let other = try TestCertificate()
        let files = certificate.files
        let missing = files.certificate + ".missing"
        func failure(_ certificate: String, _ key: String) -> WebError? {
            let server = HTTPServer(
                listeners: [ListenAddress(scheme: .https, host: "127.0.0.1", port: 0)],
                tls: TLSFiles(certificate: certificate, key: key)
            )
            return webError { try server.start { _ in .text(200, "") } }
        }
        #expect(
            failure(missing, files.key)
                == .certificateUnreadable(path: missing, reason: "No such file or directory")
        )
        let noKey = failure(files.certificate, files.certificate)
        #expect(noKey?.description.contains("key \(files.certificate) cannot be used") == true)
        #expect(
            failure(files.certificate, other.files.key)
                == .keyMismatch(
                    TLSFiles(certificate: files.certificate, key: other.files.key)
                )
        )
    }
}
