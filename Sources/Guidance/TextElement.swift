/// Text in a box, with the limits the painter may not cross.
package struct TextElement: Sendable, Equatable {
    /// How heavy the letters are.
    package enum Weight: Sendable, Hashable {
        /// Regular, 400.
        case regular
        /// Bold, 700.
        case bold
    }

    /// Where a text stands across its box.
    package enum Horizontal: Sendable, Hashable {
        /// At the left.
        case left
        /// In the middle.
        case centre
        /// At the right.
        case right
    }

    /// Where a text stands down its box.
    package enum Vertical: Sendable, Hashable {
        /// At the top.
        case top
        /// In the middle.
        case middle
        /// At the bottom.
        case bottom
    }

    /// The name of the element in reports and tests, for example `step 1 headline`.
    package var name: String
    /// Where it is; no letter may leave it.
    package var box: Box
    /// The characters, in NFC.
    package var string: String
    /// Their language.
    package var language: Language
    /// The wanted font size in pixels.
    package var preferred: Int
    /// The font size under which the text is not legible, in pixels.
    package var floor: Int
    /// How heavy the letters are.
    package var weight: Weight
    /// The colour of the letters.
    package var colour: Colour
    /// The colour behind them, for contrast checks; the painter does not fill it.
    package var background: Colour
    /// Where the text stands across the box.
    package var horizontal: Horizontal
    /// Where the text stands down the box.
    package var vertical: Vertical
    /// The most lines the text may take.
    package var maximumLines: Int
    /// Texts of the same group are drawn at the size of the smallest of them.
    package var sizeGroup: String?

    /// A text in a box; the floor is never above the preferred size.
    package init(
        name: String,
        box: Box,
        string: String,
        language: Language,
        preferred: Int,
        floor: Int,
        weight: Weight = .regular,
        colour: Colour,
        background: Colour,
        horizontal: Horizontal = .left,
        vertical: Vertical = .middle,
        maximumLines: Int = 1,
        sizeGroup: String? = nil
    ) {
        self.name = name
        self.box = box
        self.string = string
        self.language = language
        self.preferred = max(1, preferred)
        self.floor = min(max(1, floor), max(1, preferred))
        self.weight = weight
        self.colour = colour
        self.background = background
        self.horizontal = horizontal
        self.vertical = vertical
        self.maximumLines = max(1, maximumLines)
        self.sizeGroup = sizeGroup
    }
}
