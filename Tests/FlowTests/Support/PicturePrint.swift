import Guidance

/// What is remembered of a picture: a digest of its draw list, and how bright its parts are.
///
/// The digest changes with every word, box and colour. The grid changes when the same list is painted
/// in another way; its cells are coarse, so that another version of a font library does not matter.
struct PicturePrint: Equatable {
    let digest: String
    /// The mean brightness of each cell, 0 to 15.
    let cells: [Int]

    /// How far a cell may be off: a step of 16.
    static let tolerance = 1

    init(list: DrawList, frame: Frame) {
        digest = String(Self.hash(ListText.of(list)), radix: 36)
        cells = Self.cells(frame)
    }

    /// A print from a line of the record, nil for another line.
    init?(digest: String, cells: String) {
        let levels = cells.compactMap { $0.hexDigitValue }
        guard levels.count == cells.count, !levels.isEmpty else { return nil }
        self.digest = digest
        self.cells = levels
    }

    /// The two words of the record.
    var words: String { digest + " " + cells.map { String($0, radix: 16) }.joined() }

    /// What changed since another print, nil when it is the same picture.
    func change(since old: PicturePrint) -> String? {
        if digest != old.digest { return "the list of what is drawn changed" }
        guard cells.count == old.cells.count else { return "the grid has another size" }
        let off = cells.indices.filter { abs(cells[$0] - old.cells[$0]) > Self.tolerance }
        guard let first = off.first else { return nil }
        return "\(off.count) of \(cells.count) cells are painted in another way, the first, "
            + "\(first), has \(cells[first]) and had \(old.cells[first]) of 15"
    }

    /// FNV-1a of 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// Columns and rows of the grid of a picture.
    static func grid(_ frame: Frame) -> (columns: Int, rows: Int) {
        if frame.width > 3 * frame.height { return (20, 6) }
        return frame.height > frame.width ? (9, 16) : (16, 9)
    }

    private static func cells(_ frame: Frame) -> [Int] {
        let (columns, rows) = grid(frame)
        var sums = [Int](repeating: 0, count: columns * rows)
        var counts = sums
        let step = max(1, min(frame.width, frame.height) / 108)
        frame.pixels.withUnsafeBufferPointer { pixels in
            var y = step / 2
            while y < frame.height {
                let row = y * rows / frame.height * columns
                var x = step / 2
                while x < frame.width {
                    let at = y &* frame.stride &+ x &* 4
                    // Rec. 601 in 256ths: blue, green, red.
                    let light =
                        29 &* Int(pixels[at]) &+ 150 &* Int(pixels[at &+ 1])
                        &+ 77 &* Int(pixels[at &+ 2])
                    let cell = row &+ x &* columns / frame.width
                    sums[cell] &+= light
                    counts[cell] &+= 1
                    x &+= step
                }
                y += step
            }
        }
        return zip(sums, counts).map { $0 / max(1, $1) * 15 / (255 * 256) }
    }
}

/// A draw list as text that is the same on every machine.
enum ListText {
    static func of(_ list: DrawList) -> String {
        ([list.size.description] + list.elements.map(text)).joined(separator: "\n")
    }

    private static func text(_ element: DrawElement) -> String {
        let box = "\(element.box.x) \(element.box.y) \(element.box.width) \(element.box.height)"
        switch element {
        case .fill(let fill): return "fill \(box) \(fill.radius) \(hex(fill.colour))"
        case .code(let code): return "code \(box) \(code.text) \(hex(code.card))"
        case .disc(let disc):
            return "disc \(box) \(mark(disc.mark)) \(hex(disc.fill)) \(hex(disc.ink))"
        case .drawing(let element):
            let shapes = element.drawing.shapes.map(shape).joined(separator: ";")
            return "drawing \(box) \(Int(element.brightness * 100)) \(shapes)"
        case .text(let text):
            return [
                "text", box, text.name, text.language.rawValue,
                "\(text.preferred) \(text.floor) \(text.maximumLines) \(text.weight == .bold)",
                hex(text.colour), hex(text.background), text.string,
            ].joined(separator: " ")
        }
    }

    private static func hex(_ colour: Colour) -> String {
        [colour.red, colour.green, colour.blue].map { String($0, radix: 16) }
            .joined(separator: ".")
    }

    private static func mark(_ mark: Slide.Mark) -> String {
        switch mark {
        case .number(let number): "\(number)"
        case .yes: "yes"
        case .no: "no"
        case .dot: "dot"
        }
    }

    private static func shape(_ shape: Drawing.Shape) -> String {
        let outline =
            switch shape.outline {
            case .rectangle(let x, let y, let width, let height, let radius):
                "rect \(x) \(y) \(width) \(height) \(radius)"
            case .circle(let x, let y, let radius): "circle \(x) \(y) \(radius)"
            case .path(let steps): steps.map(step).joined(separator: ",")
            }
        return outline + " " + hex(shape.fill)
    }

    private static func step(_ step: Drawing.PathStep) -> String {
        switch step {
        case .move(let to): "M\(to.x) \(to.y)"
        case .line(let to): "L\(to.x) \(to.y)"
        case .curve(let one, let two, let to):
            "C\(one.x) \(one.y) \(two.x) \(two.y) \(to.x) \(to.y)"
        case .close: "Z"
        }
    }
}
