import Testing

@testable import Web

@Suite(.timeLimit(.minutes(1)))
struct HTTPServerStopTests {
    @Test("stop lets answers under way finish and closes the listener")
    func graceful() async throws {
        let gate = Gate()
        let test = try TestServer { _ in
            await gate.pass()
            return .text(200, String(repeating: "z", count: 200_000))
        }
        async let answer = test.say("GET / HTTP/1.1\r\n\r\n")
        await gate.waitForArrivals(1)
        async let stopped: Void = test.server.stop(grace: .seconds(30))
        let port = test.port
        while (try? RawClient(port: port)) != nil { await Task.yield() }
        gate.open()
        await stopped
        let text = try await answer
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(text.contains("Connection: close\r\n"))
        #expect(text.hasSuffix(String(repeating: "z", count: 200_000)))
    }

    @Test("stop does not wait longer than the grace, and a late answer is dropped")
    func impatient() async throws {
        let gate = Gate()
        let test = try TestServer { _ in
            await gate.pass()
            return .text(200, "late")
        }
        async let answer = test.say("GET / HTTP/1.1\r\n\r\n")
        await gate.waitForArrivals(1)
        await test.server.stop(grace: .milliseconds(50))
        #expect(try await answer.isEmpty)
        gate.open()
        await test.server.stop()
    }

    @Test("stop may come first, twice, at once, and shortens a longer grace")
    func repeatedly() async throws {
        let idle = HTTPServer(listeners: [])
        await idle.stop()
        #expect(throws: WebError.alreadyStarted) { try idle.start { _ in .text(200, "") } }

        let gate = Gate()
        let test = try TestServer { _ in
            await gate.pass()
            return .text(200, "late")
        }
        async let answer = test.say("GET / HTTP/1.1\r\n\r\n")
        await gate.waitForArrivals(1)
        async let patient: Void = test.server.stop(grace: .seconds(3600))
        async let quick: Void = test.server.stop(grace: .zero)
        _ = await (patient, quick)
        #expect(try await answer.isEmpty)
        gate.open()
    }

    @Test("a server that is let go of closes its sockets")
    func abandoned() async throws {
        let port = try TestServer().port
        while (try? RawClient(port: port)) != nil { await Task.yield() }
    }

    @Test("run serves until its task is cancelled")
    func run() async throws {
        let server = HTTPServer(
            listeners: [ListenAddress(scheme: .http, host: "127.0.0.1", port: 0)]
        )
        let (ports, told) = AsyncStream<UInt16>.makeStream()
        let task = Task {
            try await server.run(started: { told.yield($0[0].port) }) { _ in .text(200, "yes") }
        }
        var iterator = ports.makeAsyncIterator()
        let first = await iterator.next()
        let port = try #require(first)
        #expect(try await curl(["http://127.0.0.1:\(port)/"]).output == Array("yes".utf8))
        task.cancel()
        try await task.value
        while (try? RawClient(port: port)) != nil { await Task.yield() }
    }

    @Test("an address in use is named, and the first server is not disturbed")
    func addressInUse() async throws {
        let test = try TestServer()
        let taken = ListenAddress(scheme: .http, host: "127.0.0.1", port: test.port)
        let second = HTTPServer(listeners: [taken])
        #expect(throws: WebError.addressInUse(taken)) { try second.start { _ in .text(200, "") } }
        #expect(WebError.addressInUse(taken).description.contains("\(taken)"))
        #expect(try await test.isAlive())
        await test.server.stop()
        // Another test may hold the port for a moment.
        var third = HTTPServer(listeners: [taken])
        while (try? third.start { _ in .text(200, "") }) == nil {
            await Task.yield()
            third = HTTPServer(listeners: [taken])
        }
        await third.stop()
    }

    @Test("a server cannot start without an address, twice, without certificate, or elsewhere")
    func badStarts() async throws {
        let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in .text(200, "") }
        #expect(throws: WebError.noListener) {
            try HTTPServer(listeners: []).start(handler: handler)
        }
        let secure = ListenAddress(scheme: .https, host: "127.0.0.1", port: 0)
        #expect(throws: WebError.certificateMissing(secure)) {
            try HTTPServer(listeners: [secure]).start(handler: handler)
        }
        let foreign = ListenAddress(scheme: .http, host: "192.0.2.1", port: 0)
        #expect(throws: WebError.self) {
            try HTTPServer(listeners: [foreign]).start(handler: handler)
        }
        let test = try TestServer()
        #expect(throws: WebError.alreadyStarted) { try test.server.start(handler: handler) }
        await test.server.stop()
    }
}
