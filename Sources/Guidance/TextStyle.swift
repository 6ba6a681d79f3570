/// How a text looks, in pixels of the design panel.
struct TextStyle {
    /// The wanted font size on the design panel.
    var size: Int
    /// How heavy the letters are.
    var weight: TextElement.Weight = .regular
    /// The colour of the letters.
    var colour: Colour
    /// The colour behind them.
    var background: Colour
    /// Where the text stands across its box.
    var horizontal: TextElement.Horizontal = .left
    /// Where the text stands down its box.
    var vertical: TextElement.Vertical = .middle
    /// The most lines.
    var lines = 1
    /// Texts of one group get one size.
    var group: String?
}
