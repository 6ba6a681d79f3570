import Synchronization
import Testing

@testable import Uplink
@testable import Web

@Suite(.timeLimit(.minutes(2)))
struct HTTPClientTests {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    // MARK: Exchange

    @Test("method, path, headers and every byte of the body arrive", arguments: ["POST", "PUT"])
    func arrives(method: String) async throws {
        let heard = Mutex<HTTPRequest?>(nil)
        let (server, port) = try startServer { request in
            heard.withLock { $0 = request }
            return HTTPResponse(status: 200, body: request.body)
        }
        let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let client = try testClient("http://127.0.0.1:\(port)")
        let response = try await client.send(.some(body, method: method))
        #expect(response.status == 200)
        #expect(response.body == body)
        let request = try #require(heard.withLock { $0 })
        #expect(request.method == method)
        #expect(request.path == "/v1/x")
        #expect(request.body == body)
        #expect(request.headers["content-type"] == "a/b")
        #expect(request.headers["authorization"] == "Bearer \(testToken)")
        #expect(request.headers["expect"] == nil)
        await server.stop()
    }

    @Test("an empty body is a body of no bytes", arguments: ["POST", "PUT"])
    func emptyBody(method: String) async throws {
        let server = try RawServer { _ in .bytes(Self.ok) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        #expect(try await client.send(.some([], method: method)).status == 200)
        #expect(server.requests.first?.contains("Content-Length: 0\r\n") == true)
    }

    @Test("without a token no proof is sent")
    func noToken() async throws {
        let server = try RawServer { _ in .bytes(Self.ok) }
        let client = try HTTPClient(
            UplinkSettings(
                server: "http://127.0.0.1:\(server.port)",
                authorityFile: nil,
                token: nil
            )
        )
        _ = try await client.send(.some())
        #expect(server.requests.first?.lowercased().contains("authorization") == false)
    }

    @Test(
        "a refusal is an answer, with its reason",
        arguments: [201, 400, 401, 404, 413, 500, 503]
    )
    func statuses(status: Int) async throws {
        let (server, port) = try startServer { _ in .text(status, "because") }
        let response = try await testClient("http://127.0.0.1:\(port)").send(.some())
        #expect(response.status == status)
        #expect(response.body == Array("because".utf8))
        await server.stop()
    }

    @Test("a redirect is an answer and is not followed", arguments: [301, 302, 307, 308])
    func redirect(status: Int) async throws {
        let other = try RawServer { _ in .bytes(Self.ok) }
        let answer =
            "HTTP/1.1 \(status) Gone\r\nLocation: http://127.0.0.1:\(other.port)/\r\n"
            + "Content-Length: 0\r\n\r\n"
        let server = try RawServer { _ in .bytes(answer) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        #expect(try await client.send(.some()).status == status)
        #expect(other.connections == 0)
    }

    // MARK: Connections

    @Test("requests of one client go over one connection")
    func keepsConnection() async throws {
        let server = try RawServer { _ in .bytes(Self.ok) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        for _ in 0..<3 { #expect(try await client.send(.some()).body == Array("ok".utf8)) }
        #expect(server.requests.count == 3)
        #expect(server.connections == 1)
    }

    @Test("a connection that the server closed is made anew")
    func connectsAnew() async throws {
        let server = try RawServer { number in number == 0 ? .last(Self.ok) : .bytes(Self.ok) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        for _ in 0..<3 { #expect(try await client.send(.some()).status == 200) }
        #expect(server.connections == 2)
    }

    @Test("a client works again after a request that failed")
    func goesOn() async throws {
        let server = try RawServer { number in number == 0 ? .last("nonsense") : .bytes(Self.ok) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        #expect(await client.fault() != nil)
        #expect(try await client.send(.some()).status == 200)
    }

    // MARK: Bad answers

    @Test(
        "what is no whole answer is an error that names the address",
        arguments: [
            "", "nonsense", "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ]
    )
    func badAnswers(text: String) async throws {
        let server = try RawServer { _ in .last(text) }
        let address = "http://127.0.0.1:\(server.port)"
        let error = try #require(await testClient(address).fault())
        #expect("\(error)".hasPrefix("\(address)/v1/x: "))
    }

    @Test("an answer of a mebibyte is taken, one byte more is too long", arguments: [0, 1])
    func long(excess: Int) async throws {
        let limit = 1 << 20
        let (server, port) = try startServer { _ in
            HTTPResponse(status: 200, body: [UInt8](repeating: 7, count: limit + excess))
        }
        let client = try testClient("http://127.0.0.1:\(port)")
        if excess == 0 {
            #expect(try await client.send(.some()).body.count == limit)
        } else {
            #expect(await client.fault() == .answerTooLong(limit: limit))
        }
        await server.stop()
    }

    @Test("an answer without end is too long")
    func endless() async throws {
        let text = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 3 << 20)
        let server = try RawServer { _ in .last(text) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        #expect(await client.fault() == .answerTooLong(limit: 1 << 20))
    }

    // MARK: No answer

    @Test("nobody listening is told at once")
    func nobody() async throws {
        let server = try RawServer { _ in .silence }
        server.stop()
        let address = "http://127.0.0.1:\(server.port)"
        let error = try #require(await testClient(address).fault())
        #expect("\(error)".hasPrefix("\(address)/v1/x: "))
        #expect("\(error)".contains("onnect"))
    }

    @Test("a silent server is given up after the time limit")
    func timeout() async throws {
        let server = try RawServer { _ in .silence }
        let client = try testClient("http://127.0.0.1:\(server.port)", timeout: 1)
        let clock = ContinuousClock()
        let began = clock.now
        let error = try #require(await client.fault())
        #expect("\(error)".contains("timed out"))
        #expect(began.duration(to: clock.now) < .seconds(15))
    }

    @Test("a limit of nothing is no leave to wait for ever", arguments: [0, -5])
    func noLimit(timeout: Int) async throws {
        let server = try RawServer { _ in .silence }
        let client = try testClient("http://127.0.0.1:\(server.port)", timeout: timeout)
        #expect(await client.fault() != nil)
    }

    @Test("cancellation ends a request that hangs")
    func cancel() async throws {
        let server = try RawServer { _ in .silence }
        let client = try testClient("http://127.0.0.1:\(server.port)", timeout: 60)
        let task = Task { await client.fault() }
        while server.requests.isEmpty { await Task.yield() }
        let clock = ContinuousClock()
        let began = clock.now
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(began.duration(to: clock.now) < .seconds(10))
    }

    @Test("a task that is already cancelled sends nothing")
    func cancelledBefore() async throws {
        let server = try RawServer { _ in .bytes(Self.ok) }
        let client = try testClient("http://127.0.0.1:\(server.port)")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await client.fault()
        }
        #expect(await task.value == .cancelled)
        #expect(server.connections == 0)
    }

    // MARK: Settings

    @Test(
        "what is no web address is refused",
        arguments: ["", "127.0.0.1", "ftp://127.0.0.1", "file:///etc/passwd", "HTTPX://x"]
    )
    func badURL(server: String) {
        #expect(throws: UplinkError.badURL(server)) { try testClient(server) }
    }

    @Test(
        "a token that would break out of its header is refused and not shown",
        arguments: ["", "a b", "sesame\r\nX-Admin: 1", "sesame\0", "sésame"]
    )
    func badToken(token: String) {
        let error = #expect(throws: UplinkError.badToken) {
            try HTTPClient(
                UplinkSettings(server: "http://127.0.0.1", authorityFile: nil, token: token)
            )
        }
        #expect(error?.description.contains("sesame") == false)
    }

    @Test(
        "a host that is no name is an error, not a crash",
        arguments: ["http://", "http://[", "http://a b"]
    )
    func badHost(server: String) async throws {
        #expect(await (try testClient(server)).fault() != nil)
    }
}
