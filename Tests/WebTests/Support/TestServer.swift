import Glibc

@testable import Web

/// A running server with one listener on a free port of 127.0.0.1.
struct TestServer {
    let server: HTTPServer
    let port: UInt16

    init(
        _ scheme: ListenAddress.Scheme = .http,
        certificate: TestCertificate? = nil,
        limits: HTTPLimits = HTTPLimits(),
        handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse = { TestServer.echo($0) }
    ) throws {
        // The server has to survive writes to closed sockets without help from the process.
        signal(SIGPIPE, SIG_DFL)
        server = HTTPServer(
            listeners: [ListenAddress(scheme: scheme, host: "127.0.0.1", port: 0)],
            tls: certificate?.files,
            limits: limits
        )
        port = try server.start(handler: handler)[0].port
    }

    /// Answers with the body of the request and a line about the rest.
    static func echo(_ request: HTTPRequest) -> HTTPResponse {
        let query = request.query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let line = "\(request.method) \(request.path) \(query.joined(separator: "|"))"
        return HTTPResponse(
            status: 200,
            headers: [("X-Seen", line), ("X-Peer", request.peer)],
            body: request.body
        )
    }

    /// One exchange on a connection of its own: everything the server says until it closes.
    func say(_ text: String) async throws -> String {
        let port = port
        return try await offPool {
            let client = try RawClient(port: port)
            client.send(text)
            return try client.readToEnd()
        }
    }

    /// Asks an ordinary question and tells whether the ordinary answer came.
    func isAlive() async throws -> Bool {
        try await say("GET /alive HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .hasPrefix("HTTP/1.1 200 OK\r\n")
    }
}
