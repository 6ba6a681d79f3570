extension HTTPResponse {
    /// The answer sent in place of one that must not go out.
    static let refused = HTTPResponse.text(500, "The server made an answer it must not send.\n")

    /// The names the server sets itself; a handler's value could contradict the body.
    private static let ownNames: Set<String> = ["content-length", "transfer-encoding"]

    /// The answer itself when it is fit to send, or `refused`.
    ///
    /// Fit means: a final status code, names that are tokens (RFC 9110 section 5.6.2), and values
    /// without CR, LF or NUL, with which a value could begin a header of its own.
    var fitToSend: HTTPResponse {
        let fit = headers.allSatisfy { Self.isToken($0.name) && Self.isOneLine($0.value) }
        return fit && (200...599).contains(status) ? self : .refused
    }

    /// The header fields as the C shim takes them: name NUL value NUL, again and again.
    var packedHeaders: [UInt8] {
        var packed: [UInt8] = []
        for (name, value) in headers where !Self.ownNames.contains(name.lowercased()) {
            packed += name.utf8
            packed.append(0)
            packed += value.utf8
            packed.append(0)
        }
        return packed
    }

    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default:
                    "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    private static func isOneLine(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
    }
}
