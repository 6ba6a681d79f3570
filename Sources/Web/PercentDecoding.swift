/// The decoding of paths and queries (RFC 3986 section 2.1 and HTML form encoding).
enum PercentDecoding {
    /// The text with each `%hh` replaced by its byte; a `%` without two hex digits stays.
    static func decode(_ text: some Sequence<UInt8>, plusIsSpace: Bool = false) -> String {
        let bytes = Array(text)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = nibble(bytes[index + 1]), let low = nibble(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                let isSpace = plusIsSpace && bytes[index] == UInt8(ascii: "+")
                decoded.append(isSpace ? UInt8(ascii: " ") : bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The parameters of a query; a name without `=` gets the empty string.
    static func parameters(of query: String) -> [String: String] {
        var parameters: [String: String] = [:]
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let pair = part.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = decode(pair[0], plusIsSpace: true)
            parameters[name] = pair.count > 1 ? decode(pair[1], plusIsSpace: true) : ""
        }
        return parameters
    }

    private static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
