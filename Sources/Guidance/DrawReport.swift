/// What a painter noticed while it painted: the facts for tests, logs and content checks.
package struct DrawReport: Sendable, Equatable {
    /// A text that was drawn smaller than wanted.
    package struct Shrunk: Sendable, Equatable {
        /// The name of the text element.
        package let name: String
        /// The wanted font size in pixels.
        package let preferred: Int
        /// The font size used, in pixels.
        package let used: Int

        /// A text that shrank.
        package init(name: String, preferred: Int, used: Int) {
            self.name = name
            self.preferred = preferred
            self.used = used
        }
    }

    /// A text as it was drawn.
    package struct Drawn: Sendable, Equatable {
        /// The text element.
        package let text: TextElement
        /// The font size used, in pixels.
        package let size: Int

        /// A text as it was drawn.
        package init(text: TextElement, size: Int) {
            self.text = text
            self.size = size
        }
    }

    /// Every text with its size, in painting order.
    package var texts: [Drawn] = []
    /// The texts that had to shrink, in painting order.
    package var shrunk: [Shrunk] = []
    /// The names of texts that do not fit even at their floor size; they are cut with an ellipsis.
    package var overflowing: [String] = []
    /// How many characters no font has.
    package var unknownGlyphs = 0
    /// The names of texts in which the shaper had to insert a dotted circle for a broken syllable.
    package var brokenSyllables: [String] = []
    /// The module size of each QR code in pixels.
    package var codeModules: [Int] = []

    /// A report of nothing.
    package init() {}

    /// Whether everything was drawn as the page wants it, apart from size.
    package var isFaultless: Bool {
        overflowing.isEmpty && unknownGlyphs == 0 && brokenSyllables.isEmpty
    }
}
