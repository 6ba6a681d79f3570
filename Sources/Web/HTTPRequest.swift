/// One whole request as a handler sees it.
package struct HTTPRequest: Sendable, Equatable {
    /// GET, HEAD, POST or PUT.
    package var method: String

    /// The path, percent-decoded and without the query, as in `/boards/an phú`.
    ///
    /// An encoded slash becomes a slash and bytes that are not UTF-8 become U+FFFD, so a handler
    /// compares paths and never opens files by them.
    package var path: String

    /// The parameters after the question mark, decoded; the last of equal names counts.
    package var query: [String: String]

    /// The header fields by lower-case name; values of equal names are joined by a comma.
    package var headers: [String: String]

    /// The bytes of the body as the client sent them.
    package var body: [UInt8]

    /// The numeric address of the client, without its port.
    ///
    /// Behind a reverse proxy this is the proxy's address.
    package var peer: String

    /// Makes a request, for tests of handlers as well as for the server.
    package init(
        method: String = "GET",
        path: String,
        query: [String: String] = [:],
        headers: [String: String] = [:],
        body: [UInt8] = [],
        peer: String = "127.0.0.1"
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.peer = peer
    }
}
