/// What the painter noticed while it painted: the facts for tests, logs and content checks.
package struct DrawReport: Sendable, Equatable {
    /// A text that was drawn smaller than wanted.
    package struct Shrunk: Sendable, Equatable {
        /// The name of the text element.
        package let name: String
        /// The wanted font size in pixels.
        package let preferred: Int
        /// The font size used, in pixels.
        package let used: Int
    }

    /// The texts that had to shrink, in painting order.
    package internal(set) var shrunk: [Shrunk] = []
    /// The names of texts that do not fit even at their floor size; they are cut with an ellipsis.
    package internal(set) var overflowing: [String] = []
    /// How many characters no font has.
    package internal(set) var unknownGlyphs = 0
    /// The names of texts in which the shaper had to insert a dotted circle for a broken syllable.
    package internal(set) var brokenSyllables: [String] = []
    /// The module size of each QR code in pixels.
    package internal(set) var codeModules: [Int] = []

    /// Whether everything was drawn as the page wants it, apart from size.
    package var isFaultless: Bool {
        overflowing.isEmpty && unknownGlyphs == 0 && brokenSyllables.isEmpty
    }
}
