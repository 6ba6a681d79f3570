/// Reads the `d` attribute of a path: M, L, H, V, C and Z in absolute coordinates.
struct SVGPath {
    /// The most steps a path may have.
    static let mostSteps = SVGReader.mostSteps

    private var words: ArraySlice<Word>
    private var steps: [Drawing.PathStep] = []
    private var here = Drawing.Point(x: 0, y: 0)

    /// A letter or a number.
    private enum Word: Equatable {
        case letter(Character)
        case number(Double)
    }

    /// The steps of a path; the reason when it is none.
    static func read(_ text: String) throws(SVGReason) -> [Drawing.PathStep] {
        var path = SVGPath(words: try words(of: text)[...])
        try path.run()
        return path.steps
    }

    private mutating func run() throws(SVGReason) {
        guard words.first == .letter("M") else { throw SVGReason("a path must begin with M") }
        var letter: Character = "M"
        while let word = words.first {
            if case .letter(let next) = word {
                letter = next
                words.removeFirst()
            } else if letter == "M" {
                letter = "L"
            }
            try step(letter)
            guard steps.count <= Self.mostSteps else {
                throw SVGReason("a path has more than \(Self.mostSteps) steps")
            }
            if letter == "Z", case .number? = words.first {
                throw SVGReason("a number follows Z")
            }
        }
    }

    private mutating func step(_ letter: Character) throws(SVGReason) {
        switch letter {
        case "M": steps.append(.move(try point()))
        case "L": steps.append(.line(try point()))
        case "H":
            here.x = try number()
            steps.append(.line(here))
        case "V":
            here.y = try number()
            steps.append(.line(here))
        case "C": steps.append(.curve(try point(), try point(), try point()))
        case "Z": steps.append(.close)
        default:
            throw SVGReason("path command \(letter) is not read; use M L H V C Z in capitals")
        }
    }

    private mutating func point() throws(SVGReason) -> Drawing.Point {
        here = Drawing.Point(x: try number(), y: try number())
        return here
    }

    private mutating func number() throws(SVGReason) -> Double {
        guard case .number(let value)? = words.popFirst() else {
            throw SVGReason("a path lacks a number")
        }
        return value
    }

    private static func words(of text: String) throws(SVGReason) -> [Word] {
        var words: [Word] = []
        var digits = ""
        for character in text + " " {
            let isDigit = ("0"..."9").contains(character) || character == "."
            if !isDigit, !digits.isEmpty {
                words.append(.number(try SVGReason.number(digits)))
                digits = ""
            }
            if isDigit || character == "-" {
                digits.append(character)
            } else if character.isLetter {
                words.append(.letter(character))
            } else if !character.isWhitespace, character != "," {
                throw SVGReason("\(character) has no place in a path")
            }
        }
        return words
    }
}

/// Why a value of an SVG file cannot be used; the reader adds the line.
struct SVGReason: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// A plain decimal number within the range of drawings.
    static func number(_ text: String) throws(SVGReason) -> Double {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
        guard isPlain, let value = Double(text), (-10_000...10_000).contains(value) else {
            throw SVGReason("\(text) is not a plain number from -10000 to 10000")
        }
        return value
    }
}
