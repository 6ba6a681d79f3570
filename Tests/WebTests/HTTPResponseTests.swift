import Testing

@testable import Web

@Suite
struct HTTPResponseTests {
    @Test("the conveniences set status, type and bytes")
    func conveniences() {
        let json = HTTPResponse.json(201, [123, 125])
        #expect(json.status == 201)
        #expect(json.headers.map(\.value) == ["application/json"])
        #expect(json.body == [123, 125])
        #expect(HTTPResponse.html("é").body == [0xC3, 0xA9])
        #expect(HTTPResponse.html("").headers.map(\.value) == ["text/html; charset=utf-8"])
        #expect(HTTPResponse.text(404, "no").status == 404)
    }

    @Test(
        "only fit headers go out",
        arguments: [
            ("X-A", "plain ü text", true), ("X-A", "", true), ("x!#'*.^_`|~9", "1", true),
            ("X-A", "a\nb", false), ("X-A", "a\rb", false), ("X-A", "a\r\n b", false),
            ("X-A", "a\0b", false), ("", "a", false), ("X A", "a", false), ("X:", "a", false),
            ("Ü", "a", false),
        ]
    )
    func fitness(name: String, value: String, isFit: Bool) {
        let response = HTTPResponse(status: 200, headers: [(name, value)])
        #expect(response.fitToSend.status == (isFit ? 200 : 500))
    }

    @Test("a handler cannot contradict the length of its body")
    func ownNames() {
        let response = HTTPResponse(
            status: 200,
            headers: [("content-LENGTH", "9"), ("Transfer-Encoding", "chunked"), ("A", "b")]
        )
        #expect(response.packedHeaders == Array("A\0b\0".utf8))
    }
}
