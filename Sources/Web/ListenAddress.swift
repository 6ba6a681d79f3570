import Glibc

/// An address on which the server listens, such as `https://127.0.0.1:8443`.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// Whether TLS is spoken there.
    package enum Scheme: String, Sendable {
        /// Plain text.
        case http
        /// TLS.
        case https
    }

    /// The protocol spoken there.
    package var scheme: Scheme

    /// A numeric IPv4 or IPv6 address, without brackets.
    package var host: String

    /// The TCP port; 0 lets the kernel choose one.
    package var port: UInt16

    /// Names an address; the host is checked when the server starts.
    package init(scheme: Scheme, host: String, port: UInt16) {
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// Reads an address from text.
    ///
    /// `http://host:port`, `https://host:port` or `host:port`, which means https. The host is an
    /// IPv4 address, an IPv6 address in brackets, or `localhost`, which means 127.0.0.1.
    /// Throws `WebError.badAddress`.
    package init(parsing text: String) throws(WebError) {
        var rest = Substring(text)
        scheme = .https
        if let mark = text.firstRange(of: "://") {
            guard let named = Scheme(rawValue: text[..<mark.lowerBound].lowercased()) else {
                throw .badAddress(text, reason: "the scheme is neither http nor https")
            }
            scheme = named
            rest = text[mark.upperBound...]
        }
        if rest.last == "/" { rest.removeLast() }
        guard let colon = rest.lastIndex(of: ":") else {
            throw .badAddress(text, reason: "the port is missing")
        }
        let digits = rest[rest.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(digits) else {
            throw .badAddress(text, reason: "the port is not a number from 0 to 65535")
        }
        self.port = port
        host = try Self.host(from: rest[..<colon], in: text)
    }

    private static func host(from part: Substring, in text: String) throws(WebError) -> String {
        if part == "localhost" { return "127.0.0.1" }
        if part.first == "[", part.last == "]" {
            let inner = String(part.dropFirst().dropLast())
            guard bytes(AF_INET6, inner) != nil else {
                throw .badAddress(text, reason: "there is no IPv6 address in the brackets")
            }
            return inner
        }
        guard bytes(AF_INET, String(part)) != nil else {
            throw .badAddress(text, reason: "the host is not a numeric address")
        }
        return String(part)
    }

    /// The address as a URL, as in `https://[::1]:8443`.
    package var description: String {
        host.utf8.contains(UInt8(ascii: ":"))
            ? "\(scheme.rawValue)://[\(host)]:\(port)" : "\(scheme.rawValue)://\(host):\(port)"
    }

    /// Whether only programs of this machine can reach it.
    package var isLoopback: Bool {
        if let four = Self.bytes(AF_INET, host) { return four[0] == 127 }
        return Self.bytes(AF_INET6, host) == [UInt8](repeating: 0, count: 15) + [1]
    }

    /// Refuses an address that would show plain http to other machines.
    ///
    /// Throws `WebError.plainHTTPOnOpenAddress`.
    package func requireSafe() throws(WebError) {
        guard scheme == .https || isLoopback else { throw .plainHTTPOnOpenAddress(self) }
    }

    /// The bytes of a numeric address; the corresponding C function is `inet_pton`.
    private static func bytes(_ family: Int32, _ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}

/// A listen address whose port is the real one.
package typealias BoundAddress = ListenAddress
