@testable import Guidance

/// A list of elements thrown on a panel, of which a few change at a time.
struct RandomScene {
    private let size: PixelSize
    private var dice: Dice
    private var elements: [DrawElement] = []
    private var ground = Colour(0x0B2545)

    init(size: PixelSize, dice: Dice) {
        self.size = size
        self.dice = dice
        elements = (0..<14).map { _ in element() }
    }

    var list: DrawList {
        DrawList(
            size: size,
            elements: [.fill(FillElement(box: Box(size), colour: ground))] + elements
        )
    }

    /// Changes something: one element or several, their order, or everything by a pixel or two.
    mutating func change() {
        switch Int.random(in: 0..<20, using: &dice) {
        case 0: elements = (0..<14).map { _ in element() }
        case 1: ground = colour()
        case 2: elements.shuffle(using: &dice)
        case 3:
            let shift = PixelShift(at: .init(seconds: Int64.random(in: 0..<5000, using: &dice)))
            elements = DrawList(size: size, elements: elements).shifted(shift).elements
        case 4, 5: elements.remove(at: place())
        case 6, 7: elements.insert(element(), at: place())
        case 8...12: edit()
        default: for _ in 0..<Int.random(in: 1...3, using: &dice) { elements[place()] = element() }
        }
        while elements.count < 6 { elements.append(element()) }
    }

    /// Gives a text other words in the same box, as a clock does.
    private mutating func edit() {
        for (index, element) in elements.enumerated() {
            guard case .text(var text) = element, Bool.random(using: &dice) else { continue }
            text.string = words()
            elements[index] = .text(text)
            return
        }
    }

    private mutating func place() -> Int { Int.random(in: 0..<elements.count, using: &dice) }

    private mutating func colour() -> Colour {
        Colour(UInt32.random(in: 0...0xFFFFFF, using: &dice))
    }

    private mutating func words() -> String {
        let known = [
            "07:42", "khoảng 15\u{A0}máy", "Bật Bluetooth", "Quét mã để cài đặt ứng dụng",
            "បើក\u{200B}ប៊្លូធូស", "សូម\u{200B}ដំឡើង\u{200B}កម្មវិធី", "Keep Bluetooth on", "ẴỄỮỘ gjpq",
        ]
        return known[Int.random(in: 0..<known.count, using: &dice)]
    }

    private mutating func box(least: Int = 1) -> Box {
        // Some of it may lie outside the panel.
        Box(
            x: Int.random(in: -20..<size.width, using: &dice),
            y: Int.random(in: -20..<size.height, using: &dice),
            width: Int.random(in: least...size.width / 2, using: &dice),
            height: Int.random(in: least...size.height / 2, using: &dice)
        )
    }

    private mutating func element() -> DrawElement {
        switch Int.random(in: 0..<10, using: &dice) {
        case 0...1:
            let radius = Int.random(in: 0...30, using: &dice)
            return .fill(FillElement(box: box(), radius: radius, colour: colour()))
        case 2:
            let marks: [Slide.Mark] = [.number(7), .number(12), .yes, .no, .dot]
            var square = box(least: 12)
            square.width = square.height
            let mark = marks[Int.random(in: 0..<marks.count, using: &dice)]
            return .disc(DiscElement(box: square, mark: mark, fill: colour(), ink: colour()))
        case 3:
            return .drawing(
                DrawingElement(
                    box: box(),
                    drawing: drawing(),
                    brightness: Bool.random(using: &dice) ? 1 : 0.72
                )
            )
        case 4: return .code(CodeElement(box: box(least: 70), text: "HTTPS://BLUEZONE.GOV.VN"))
        default: return text()
        }
    }

    private mutating func text() -> DrawElement {
        let preferred = Int.random(in: 12...60, using: &dice)
        let lefts: [TextElement.Horizontal] = [.left, .centre, .right]
        let groups: [String?] = [nil, "a", "b"]
        return .text(
            TextElement(
                name: "t",
                box: box(least: 10),
                string: words(),
                language: Bool.random(using: &dice) ? .khmer : .vietnamese,
                preferred: preferred,
                floor: preferred / 2,
                weight: Bool.random(using: &dice) ? .bold : .regular,
                colour: colour(),
                background: ground,
                horizontal: lefts[Int.random(in: 0..<3, using: &dice)],
                maximumLines: Int.random(in: 1...3, using: &dice),
                sizeGroup: groups[Int.random(in: 0..<3, using: &dice)]
            )
        )
    }

    private mutating func drawing() -> Drawing {
        let shapes: [Drawing.Shape] = (0..<4).map { _ in
            let (x, y) = (
                Double.random(in: 0...60, using: &dice), Double.random(in: 0...60, using: &dice)
            )
            let outline: Drawing.Outline =
                switch Int.random(in: 0..<3, using: &dice) {
                case 0: .rectangle(x: x, y: y, width: 37, height: 21, radius: 5)
                case 1: .circle(x: x, y: y, radius: 23)
                default:
                    .path([
                        .move(.init(x: x, y: y)), .line(.init(x: 90, y: 20)),
                        .curve(.init(x: 70, y: 80), .init(x: 20, y: 40), .init(x: 5, y: 95)),
                        .close,
                    ])
                }
            return Drawing.Shape(outline: outline, fill: colour())
        }
        return Drawing(width: 100, height: 100, shapes: shapes)
    }
}
