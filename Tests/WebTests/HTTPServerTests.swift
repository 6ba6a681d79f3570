import Testing

@testable import Web

@Suite(.timeLimit(.minutes(2)))
struct HTTPServerTests {
    @Test("a body comes back byte for byte, zero bytes included")
    func bodyRoundTrip() async throws {
        let test = try TestServer()
        let body = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let port = test.port
        let answer = try await offPool {
            let client = try RawClient(port: port)
            client.send(
                "POST /up HTTP/1.1\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
            )
            client.send(body)
            return try client.readToEnd()
        }
        let text = try #require(answer.firstRange(of: "\r\n\r\n"))
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(String(answer[text.upperBound...]) == String(decoding: body, as: UTF8.self))
        await test.server.stop()
    }

    @Test("a chunked body arrives whole")
    func chunkedBody() async throws {
        let test = try TestServer()
        let answer = try await test.say(
            "PUT /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        )
        #expect(answer.contains("X-Seen: PUT /c "))
        #expect(answer.hasSuffix("\r\n\r\nabcde"))
        await test.server.stop()
    }

    @Test("curl gets path and query decoded")
    func curlDecoding() async throws {
        let test = try TestServer { request in
            .text(200, "\(request.path) \(request.query["q"] ?? "-") \(request.query["n"] ?? "-")")
        }
        let answer = try await curl([
            "http://127.0.0.1:\(test.port)/an%20ph%C3%BA/%zz?q=a+b%26c&n=1&n=2"
        ])
        #expect(answer.status == 0)
        #expect(String(decoding: answer.output, as: UTF8.self) == "/an phú/%zz a b&c 2")
        await test.server.stop()
    }

    @Test("headers have lower-case names and equal names are joined")
    func headers() async throws {
        let test = try TestServer { request in
            .text(200, "\(request.headers["x-one"] ?? "") \(request.peer)")
        }
        let answer = try await test.say(
            "GET / HTTP/1.1\r\nX-One: a\r\nx-oNE: b\r\nConnection: close\r\n\r\n"
        )
        #expect(answer.hasSuffix("\r\n\r\na, b 127.0.0.1"))
        await test.server.stop()
    }

    @Test("HEAD is answered with the length and without the body")
    func head() async throws {
        let test = try TestServer { _ in .text(200, "twelve bytes") }
        let answer = try await test.say("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n")
        #expect(answer.contains("Content-Length: 12\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
        await test.server.stop()
    }

    @Test("204 has neither body nor length")
    func noContent() async throws {
        let test = try TestServer { _ in HTTPResponse(status: 204, body: [1, 2, 3]) }
        let answer = try await test.say("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 204 "))
        #expect(!answer.contains("Content-Length"))
        #expect(answer.hasSuffix("\r\n\r\n"))
        await test.server.stop()
    }

    @Test("one connection carries many requests, sent one by one or all at once")
    func keepAlive() async throws {
        let test = try TestServer()
        let port = test.port
        let (single, pipelined) = try await offPool {
            let client = try RawClient(port: port)
            var single = 0
            for number in 0..<500 {
                client.send("POST /\(number) HTTP/1.1\r\nContent-Length: 4\r\n\r\n\(1000 + number)")
                if try client.read(until: "\r\n\r\n\(1000 + number)").contains("/\(number) ") {
                    single += 1
                }
            }
            let all = (0..<100).map { "GET /p\($0) HTTP/1.1\r\n\r\n" }.joined()
            client.send(all + "GET /last HTTP/1.1\r\nConnection: close\r\n\r\n")
            return (single, try client.readToEnd().ranges(of: "HTTP/1.1 200 OK").count)
        }
        #expect(single == 500)
        #expect(pipelined == 101)
        await test.server.stop()
    }

    @Test("two listeners serve at once")
    func twoListeners() async throws {
        let certificate = try TestCertificate()
        let server = HTTPServer(
            listeners: [
                ListenAddress(scheme: .http, host: "127.0.0.1", port: 0),
                ListenAddress(scheme: .https, host: "127.0.0.1", port: 0),
            ],
            tls: certificate.files
        )
        let bound = try server.start { _ in .html("<p>here</p>") }
        for address in bound {
            let answer = try await curl([
                "--cacert", certificate.files.certificate, address.description,
            ])
            #expect(String(decoding: answer.output, as: UTF8.self) == "<p>here</p>")
        }
        #expect(Set(bound.map(\.port)).count == 2)
        await server.stop()
    }

    @Test(
        "an answer that must not be sent becomes 500",
        arguments: [
            HTTPResponse(status: 200, headers: [("X-A", "b\r\nSet-Cookie: evil=1")]),
            HTTPResponse(status: 200, headers: [("X-A: b\r\nEvil", "1")]),
            HTTPResponse(status: 99),
        ]
    )
    func headerInjection(response: HTTPResponse) async throws {
        let test = try TestServer { request in
            request.path == "/alive" ? .text(200, "yes") : response
        }
        let answer = try await test.say("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 500 "))
        #expect(!answer.lowercased().contains("evil"))
        #expect(try await test.isAlive())
        await test.server.stop()
    }

    @Test("methods other than GET, HEAD, POST and PUT are refused", arguments: ["DELETE", "BREW"])
    func otherMethods(method: String) async throws {
        let test = try TestServer()
        let answer = try await test.say("\(method) / HTTP/1.1\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 501 "))
        #expect(try await test.isAlive())
        await test.server.stop()
    }
}
