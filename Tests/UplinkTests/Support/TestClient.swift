import Testing

@testable import Uplink
@testable import Web

/// The token of every test client; it may be in a request and nowhere else.
let testToken = "sesame-4711"

/// Starts a server that answers with what it heard.
func startServer(
    tls: TLSFiles? = nil,
    handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
) throws -> (server: HTTPServer, port: UInt16) {
    let address = ListenAddress(scheme: tls == nil ? .http : .https, host: "127.0.0.1", port: 0)
    let server = HTTPServer(listeners: [address], tls: tls)
    let bound = try server.start(handler: handler)
    return (server, try #require(bound.first).port)
}

/// A client with the test token.
func testClient(
    _ server: String,
    authority: String? = nil,
    timeout: Int = 20
) throws -> HTTPClient {
    try HTTPClient(
        UplinkSettings(
            server: server,
            authorityFile: authority,
            token: testToken,
            timeout: timeout
        )
    )
}

extension UplinkRequest {
    /// A request of no particular meaning.
    static func some(_ body: [UInt8] = [1], method: String = "POST") -> UplinkRequest {
        UplinkRequest(method: method, path: "/v1/x", contentType: "a/b", body: body)
    }
}

extension HTTPClient {
    /// The `UplinkError` that a request ends with; a test failure when it ends otherwise.
    func fault(
        _ request: UplinkRequest = .some(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async -> UplinkError? {
        do {
            let response = try await send(request)
            Issue.record("answered with \(response.status)", sourceLocation: sourceLocation)
        } catch let error as UplinkError {
            #expect(!"\(error)".contains(testToken), sourceLocation: sourceLocation)
            #expect(!String(reflecting: error).contains(testToken), sourceLocation: sourceLocation)
            return error
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
        return nil
    }
}
