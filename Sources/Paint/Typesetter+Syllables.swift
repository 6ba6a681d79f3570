import Guidance

extension Typesetter {
    /// A Khmer vowel sign without its consonant, before which the shaper inserts a dotted circle.
    private static let loneSign = "\u{17B6}"

    /// Whether the shaper had to insert a dotted circle (U+25CC) into a text.
    ///
    /// It does so for a sign or coeng that has no base, the usual trace of a typing error or of a
    /// font without the script's rules. The text that was set is changed by this.
    func breaksSyllables(_ text: TextElement, size: Int) -> Bool {
        guard text.language == .khmer, !text.string.unicodeScalars.contains("\u{25CC}") else {
            return false
        }
        guard let circle = dottedCircle(like: text, size: size) else { return false }
        return glyphs(of: text, size: size).contains(circle)
    }

    /// The glyphs of a text on one line.
    func glyphs(of text: TextElement, size: Int) -> [Glyph] {
        set(text, size: size, width: nil)
        var glyphs: [Glyph] = []
        forEachGlyph { glyphs.append($0) }
        return glyphs
    }

    /// The dotted circle of the font in which Khmer is drawn.
    private func dottedCircle(like text: TextElement, size: Int) -> Glyph? {
        var lone = text
        lone.string = Self.loneSign
        let glyphs = glyphs(of: lone, size: size)
        return glyphs.count > 1 ? glyphs.first : nil
    }
}
