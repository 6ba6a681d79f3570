/// How much room a text will take, guessed before any font is asked.
///
/// It only chooses how many lines and parts a slide gets; what fits is measured by the painter.
enum TextEstimate {
    /// The width of a text in font sizes.
    static func width(_ text: String, _ language: Language, bold: Bool = false) -> Double {
        let clusters = language == .khmer ? clusters(text) : 0
        guard clusters > 0 else { return Double(text.count) * (bold ? 0.595 : 0.545) }
        let signs = text.unicodeScalars.count { isWideSign($0) }
        let width =
            Double(clusters) * 0.84 + Double(signs) * 0.42 + Double(latin(text)) * 0.56
        return width * (bold ? 1.09 : 1)
    }

    /// Whether a Khmer sign stands beside its letter and not over or under it.
    private static func isWideSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{17B6}", "\u{17BE}"..."\u{17C5}", "\u{17C7}", "\u{17C8}": true
        default: false
        }
    }

    /// How many lines a text takes in a column, with a little room for words that do not fit in.
    static func lines(
        _ text: String,
        _ language: Language,
        size: Int,
        column: Int,
        bold: Bool = false
    ) -> Int {
        let width = width(text, language, bold: bold) * Double(size)
        // A little less than there is: a text just too long would be a line more than was planned.
        let usable = Double(max(1, column)) * 0.97
        guard width > usable else { return 1 }
        return Int(width * 1.1 / usable) + 1
    }

    /// The Khmer clusters of a text: consonants and independent vowels that are not under another.
    static func clusters(_ text: String) -> Int {
        var count = 0
        var isUnder = false
        for scalar in text.unicodeScalars {
            if ("\u{1780}"..."\u{17B3}").contains(scalar), !isUnder { count += 1 }
            isUnder = scalar == "\u{17D2}"
        }
        return count
    }

    /// The characters of a text outside the Khmer block.
    static func latin(_ text: String) -> Int {
        text.unicodeScalars.count {
            !("\u{1780}"..."\u{17FF}").contains($0) && $0 != "\u{200B}"
        }
    }
}
