/// Reads a drawing from the subset of SVG that this program draws.
///
/// `svg` with a viewBox from 0 0; `rect`, `circle` and `path`, each with a `fill` of six hexadecimal
/// digits. Everything else is refused with its line.
package struct SVGReader {
    /// The longest file, in bytes.
    package static let longest = 64 << 10
    /// The most shapes a drawing may have.
    package static let mostShapes = 400
    /// The most steps a path may have.
    package static let mostSteps = 2000

    private var tags: SVGTagReader
    private var drawing = Drawing(width: 0, height: 0, shapes: [])

    /// The drawing in the bytes of a file.
    package static func read(_ bytes: [UInt8]) throws(DrawingError) -> Drawing {
        guard bytes.count <= longest else {
            throw DrawingError(
                line: 1,
                reason: "\(bytes.count) bytes; a drawing has at most \(longest)"
            )
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw DrawingError(line: 1, reason: "the file is not UTF-8; save it as UTF-8")
        }
        var reader = SVGReader(tags: SVGTagReader(bytes))
        try reader.run()
        return reader.drawing
    }

    private mutating func run() throws(DrawingError) {
        guard let root = try tags.next(), root.name == "svg", !root.isEnd, !root.isEmpty else {
            throw tags.failure("the file does not begin with <svg ...>")
        }
        try self.root(root)
        while let tag = try tags.next() {
            if tag.isEnd {
                guard tag.name == "svg" else { throw stray(tag) }
                guard try tags.next() == nil else { throw tags.failure("something follows </svg>") }
                guard !drawing.shapes.isEmpty else { throw tags.failure("there is no shape") }
                return
            }
            guard tag.isEmpty else { throw stray(tag) }
            try add(tag)
        }
        throw tags.failure("</svg> is missing")
    }

    private func stray(_ tag: SVGTag) -> DrawingError {
        DrawingError(
            line: tag.line,
            reason: "<\(tag.isEnd ? "/" : "")\(tag.name)> is not read; use <rect .../>, "
                + "<circle .../> and <path .../>"
        )
    }

    private mutating func root(_ tag: SVGTag) throws(DrawingError) {
        try at(tag) { () throws(SVGReason) in
            try Self.check(tag, may: ["xmlns", "viewBox", "width", "height"])
            let words = (tag.attributes["viewBox"] ?? "").split(separator: " ").map(String.init)
            guard words.count == 4, words[0] == "0", words[1] == "0" else {
                throw SVGReason("viewBox is not \"0 0 WIDTH HEIGHT\"")
            }
            drawing.width = try SVGReason.number(words[2])
            drawing.height = try SVGReason.number(words[3])
            let ratio = drawing.width / drawing.height
            guard drawing.width >= 16, drawing.height >= 16, (0.5...2).contains(ratio) else {
                throw SVGReason(
                    "the drawing is \(words[2]) x \(words[3]); sides of 16 at least, "
                        + "and none more than twice the other"
                )
            }
        }
    }

    private mutating func add(_ tag: SVGTag) throws(DrawingError) {
        let outline: Drawing.Outline? = try at(tag) { () throws(SVGReason) in
            try Self.outline(tag)
        }
        guard let outline else { throw stray(tag) }
        // Nothing reaches over the drawing's edge, and nothing is so large that it takes long to draw.
        guard outline.isInside(width: drawing.width, height: drawing.height) else {
            throw DrawingError(
                line: tag.line,
                reason: "<\(tag.name)> has no size or lies partly outside the drawing"
            )
        }
        let fill = try at(tag) { () throws(SVGReason) in
            try Self.colour(tag.attributes["fill"] ?? "")
        }
        drawing.shapes.append(Drawing.Shape(outline: outline, fill: fill))
        guard drawing.shapes.count <= Self.mostShapes else {
            throw DrawingError(line: tag.line, reason: "more than \(Self.mostShapes) shapes")
        }
    }

    private static func outline(_ tag: SVGTag) throws(SVGReason) -> Drawing.Outline? {
        func value(_ key: String, usually: String? = nil) throws(SVGReason) -> Double {
            guard let text = tag.attributes[key] ?? usually else {
                throw SVGReason("<\(tag.name)> has no \(key)")
            }
            return try SVGReason.number(text)
        }
        switch tag.name {
        case "rect":
            try check(tag, may: ["x", "y", "width", "height", "rx", "fill"])
            return .rectangle(
                x: try value("x", usually: "0"),
                y: try value("y", usually: "0"),
                width: try value("width"),
                height: try value("height"),
                radius: try value("rx", usually: "0")
            )
        case "circle":
            try check(tag, may: ["cx", "cy", "r", "fill"])
            return .circle(x: try value("cx"), y: try value("cy"), radius: try value("r"))
        case "path":
            try check(tag, may: ["d", "fill"])
            return .path(try SVGPath.read(tag.attributes["d"] ?? ""))
        default: return nil
        }
    }

    private static func check(_ tag: SVGTag, may known: [String]) throws(SVGReason) {
        if let stranger = tag.attributes.keys.sorted().first(where: { !known.contains($0) }) {
            throw SVGReason(
                "<\(tag.name)> has \(stranger); known are \(known.joined(separator: ", "))"
            )
        }
    }

    private static func colour(_ text: String) throws(SVGReason) -> Colour {
        guard text.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16)
        else { throw SVGReason("fill=\"\(text)\" is not # and six hexadecimal digits") }
        return Colour(number)
    }

    /// Adds the line of a tag to the reason of a failure.
    private func at<T>(
        _ tag: SVGTag,
        _ body: () throws(SVGReason) -> T
    ) throws(DrawingError) -> T {
        do {
            return try body()
        } catch {
            throw DrawingError(line: tag.line, reason: error.text)
        }
    }
}
