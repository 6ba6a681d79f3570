import Testing

@testable import Web

@Suite(.timeLimit(.minutes(2)))
struct HTTPServerFaultTests {
    private static let tight = HTTPLimits(maxHeaderBytes: 2048, maxBodyBytes: 1000)

    @Test("a body over the limit is answered with 413 and the server lives on")
    func oversizeBody() async throws {
        let test = try TestServer(limits: Self.tight)
        let answer = try await test.say(
            "POST / HTTP/1.1\r\nContent-Length: 500000\r\n\r\n"
                + String(repeating: "x", count: 500_000)
        )
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(try await test.isAlive())
        await test.server.stop()
    }

    @Test(
        "wrong input is answered with an error or a closed connection, and the server lives on",
        arguments: [
            "\u{0}\u{1}\u{2}\u{FF}\r\n\r\n",
            "hello\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\nabc",
            "HEAD / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcde",
            "GET / HTTP/1.1\r\nX: " + String(repeating: "y", count: 10_000) + "\r\n\r\n",
            "GET /" + String(repeating: "y", count: 10_000),
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "0", count: 200_000),
        ]
    )
    func wrongInput(input: String) async throws {
        let test = try TestServer(limits: Self.tight)
        let answer = try await test.say(input)
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
        #expect(try await test.isAlive())
        await test.server.stop()
    }

    @Test("half a request and then silence for ever does no harm")
    func halfRequest() async throws {
        let test = try TestServer()
        let port = test.port
        for half in [
            "", "GE", "GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nab",
        ] {
            try await offPool {
                try RawClient(port: port).send(half)
                let rude = try RawClient(port: port)
                rude.send(half)
                rude.resetOnClose()
            }
        }
        #expect(try await test.isAlive())
        await test.server.stop()
    }

    @Test("a silent connection is closed after the idle time", arguments: [true, false])
    func idle(isTLS: Bool) async throws {
        let test = try TestServer(
            isTLS ? .https : .http,
            certificate: isTLS ? TestCertificate() : nil,
            limits: HTTPLimits(idleTimeout: .milliseconds(150))
        )
        let text = try await test.say("")
        #expect(text.isEmpty)
        await test.server.stop()
    }

    @Test("beyond the most connections a client waits until another has gone")
    func maxConnections() async throws {
        let test = try TestServer(limits: HTTPLimits(maxConnections: 2))
        let port = test.port
        let ask = "GET / HTTP/1.1\r\n\r\n"
        let (first, second) = try await offPool {
            let pair = (try RawClient(port: port), try RawClient(port: port))
            for client in [pair.0, pair.1] {
                client.send(ask)
                _ = try client.read(until: "\r\n\r\n")
            }
            return pair
        }
        async let third = test.isAlive()
        try await offPool {
            first.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
            _ = try first.readToEnd()
        }
        #expect(try await third)
        second.send(ask)
        await test.server.stop()
    }

    @Test("clients that vanish while their answers wait are forgotten", arguments: [true, false])
    func vanishingClients(isRude: Bool) async throws {
        let gate = Gate()
        let test = try TestServer { request in
            if request.path == "/slow" { await gate.pass() }
            return HTTPResponse(status: 200, body: [UInt8](repeating: 7, count: 300_000))
        }
        let port = test.port
        for round in 1...10 {
            let clients = try await offPool {
                try (0..<50).map { _ in
                    let client = try RawClient(port: port)
                    client.send("POST /slow HTTP/1.1\r\nContent-Length: 1\r\n\r\nx")
                    if isRude { client.resetOnClose() }
                    return client
                }
            }
            await gate.waitForArrivals(round * 50)
            _ = consume clients
            gate.open(andStayOpen: false)
        }
        #expect(try await test.isAlive())
        await test.server.stop()
    }
}
