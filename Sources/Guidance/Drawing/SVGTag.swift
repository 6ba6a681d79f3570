/// One tag of an SVG file.
struct SVGTag {
    /// The element's name.
    var name: String
    /// Its attributes; none is given twice.
    var attributes: [String: String] = [:]
    /// Whether it is `</name>`.
    var isEnd = false
    /// Whether it is `<name/>`.
    var isEmpty = false
    /// The line it begins on.
    var line: Int
}

/// Cuts an SVG file into tags; everything that is neither tag, comment nor white space is refused.
///
/// No entities, no document type, no processing instruction but the XML declaration: nothing that
/// could grow when it is read.
struct SVGTagReader {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next tag, nil at the end.
    mutating func next() throws(DrawingError) -> SVGTag? {
        while true {
            skipSpace()
            guard at < bytes.count else { return nil }
            guard bytes[at] == UInt8(ascii: "<") else {
                throw failure("text between tags; drawings have none")
            }
            if take("<!--") {
                try skip(past: "-->", "a comment")
            } else if at < 64, take("<?xml") {
                try skip(past: "?>", "the XML declaration")
            } else if starts("<!") || starts("<?") {
                throw failure("document types, entities and instructions are refused; delete them")
            } else {
                return try tag()
            }
        }
    }

    func failure(_ reason: String) -> DrawingError { DrawingError(line: line, reason: reason) }

    private mutating func tag() throws(DrawingError) -> SVGTag {
        at += 1
        var tag = SVGTag(name: "", line: line)
        if at < bytes.count, bytes[at] == UInt8(ascii: "/") {
            tag.isEnd = true
            at += 1
        }
        tag.name = name()
        guard !tag.name.isEmpty else { throw failure("a < without a name behind it") }
        while true {
            skipSpace()
            if take("/>") {
                tag.isEmpty = true
                return tag
            }
            if take(">") { return tag }
            let key = name()
            guard !key.isEmpty, take("=\"") else {
                throw failure("<\(tag.name)> is not closed, or an attribute is not name=\"value\"")
            }
            let start = at
            try skip(past: "\"", "the value of \(key)")
            let value = String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
            guard !value.contains("&"), !value.contains("<") else {
                throw failure("\(key) has & or <; drawings need neither")
            }
            guard tag.attributes.updateValue(value, forKey: key) == nil else {
                throw failure("\(key) is given twice")
            }
        }
    }

    private mutating func name() -> String {
        let start = at
        while at < bytes.count, Self.isNameByte(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) {
            if bytes[at] == 0x0A { line += 1 }
            at += 1
        }
    }

    private func starts(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[at..<(at + count)].elementsEqual($0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard starts(text) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    private mutating func skip(past end: StaticString, _ what: String) throws(DrawingError) {
        while at < bytes.count {
            if take(end) { return }
            if bytes[at] == 0x0A { line += 1 }
            at += 1
        }
        throw failure("\(what) does not end")
    }
}
