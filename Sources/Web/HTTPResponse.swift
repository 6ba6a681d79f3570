/// The answer to one request.
///
/// The server itself adds Date and Content-Length and leaves out the body where HTTP forbids one
/// (HEAD, 204, 304).
package struct HTTPResponse: Sendable {
    /// The status code, 200 to 599.
    package var status: Int

    /// The header fields in the order they are sent.
    package var headers: [(name: String, value: String)]

    /// The bytes of the body.
    package var body: [UInt8]

    /// Makes an answer of any kind.
    package init(
        status: Int,
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer of JSON bytes.
    package static func json(_ status: Int, _ bytes: [UInt8]) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: [("Content-Type", "application/json")],
            body: bytes
        )
    }

    /// A page of HTML in UTF-8 with status 200.
    package static func html(_ text: String) -> HTTPResponse {
        HTTPResponse(
            status: 200,
            headers: [("Content-Type", "text/html; charset=utf-8")],
            body: Array(text.utf8)
        )
    }

    /// Plain text in UTF-8.
    package static func text(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: [("Content-Type", "text/plain; charset=utf-8")],
            body: Array(text.utf8)
        )
    }
}
