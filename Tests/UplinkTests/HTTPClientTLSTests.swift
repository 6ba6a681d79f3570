import Testing

@testable import Uplink
@testable import Web

@Suite(.timeLimit(.minutes(2)))
struct HTTPClientTLSTests {
    /// Asks a server with a certificate for a name, trusting an authority, and gives the error.
    private func fault(
        name: String,
        trusting file: String?,
        by authority: TestAuthority
    ) async throws
        -> UplinkError?
    {
        let (server, port) = try startServer(tls: authority.server(name)) { _ in
            Issue.record("the request and its token reached a server that is not trusted")
            return .text(200, "ok")
        }
        let fault = await (try testClient("https://127.0.0.1:\(port)", authority: file)).fault()
        await server.stop()
        return fault
    }

    @Test("a server of the right authority is talked to, body and token arrive")
    func trusted() async throws {
        let authority = try TestAuthority()
        let (server, port) = try startServer(tls: authority.server("IP:127.0.0.1")) { request in
            request.headers["authorization"] == "Bearer \(testToken)"
                ? HTTPResponse(status: 200, body: request.body) : .text(401, "no")
        }
        let body = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let client = try testClient("https://127.0.0.1:\(port)", authority: authority.file)
        for _ in 0..<2 {
            let response = try await client.send(.some(body))
            #expect(response.status == 200)
            #expect(response.body == body)
        }
        await server.stop()
    }

    @Test("a server of another authority is refused")
    func wrongAuthority() async throws {
        let other = try TestAuthority()
        let error = try await fault(
            name: "IP:127.0.0.1",
            trusting: other.file,
            by: TestAuthority()
        )
        #expect(error?.description.contains("certificate") == true)
    }

    @Test("a self-made authority is not among the system's")
    func systemAuthorities() async throws {
        let error = try await fault(name: "IP:127.0.0.1", trusting: nil, by: TestAuthority())
        #expect(error?.description.contains("certificate") == true)
    }

    @Test(
        "a certificate for another host is refused",
        arguments: ["DNS:localhost", "IP:127.0.0.2"]
    )
    func wrongHost(name: String) async throws {
        let authority = try TestAuthority()
        let error = try await fault(name: name, trusting: authority.file, by: authority)
        #expect(error?.description.contains("127.0.0.1") == true)
        #expect(error?.description.contains("match") == true)
    }

    @Test("an authority file that is missing or holds nothing is named")
    func noAuthority() async throws {
        let authority = try TestAuthority()
        for file in [authority.folder + "/none.pem", "/dev/null"] {
            let error = try await fault(name: "IP:127.0.0.1", trusting: file, by: authority)
            #expect(error?.description.contains(file) == true)
        }
    }

    @Test("a server that speaks no TLS is an error, and it never sees the token")
    func noTLS() async throws {
        let server = try RawServer { _ in .last("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
        let client = try testClient("https://127.0.0.1:\(server.port)", timeout: 2)
        #expect(await client.fault() != nil)
        #expect(!server.requests.joined().contains(testToken))
    }
}
