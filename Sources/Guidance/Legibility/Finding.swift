/// What is wrong with a page, by which rule, with the figure.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// Whether content with it is refused.
    package enum Weight: Sendable, Hashable {
        /// The content is refused.
        case refusal
        /// The content may be used; someone should look.
        case advice
    }

    /// The rules of content and legibility.
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        /// Capitals are high enough for the reader's distance.
        case capitalHeight = "capital height"
        /// Letters differ enough from their ground.
        case contrast
        /// No text is cut off.
        case overflow
        /// Every character has a glyph.
        case glyphs
        /// Khmer syllables are whole.
        case syllables
        /// Khmer can break between words.
        case khmerBreaks = "Khmer breaks"
        /// A screen can be read before it goes.
        case dwell
        /// The loop comes round before the reader is gone.
        case loop
        /// A phone reads the code.
        case code
        /// Four light modules lie around the code.
        case quietZone = "quiet zone"
        /// Letters are composed (NFC).
        case normalForm = "normal form"
        /// Numbers and fixed terms stay on one line.
        case noBreakSpace = "no-break space"
        /// A page has all languages.
        case translation
        /// A text has a reasonable length.
        case length
        /// A page has its drawing.
        case drawing
        /// A native reader has checked the language.
        case review

        /// Whether a panel that is too small or too far away breaks it, whatever the content is.
        package var isOfPanel: Bool { self == .capitalHeight || self == .code }
    }

    /// Where: page, language and part, for example `android/vi/1`.
    package let place: String
    /// By which rule.
    package let rule: Rule
    /// Whether the content is refused.
    package let weight: Weight
    /// What was found and what the rule asks for.
    package let figure: String

    /// A finding from its parts.
    package init(place: String, rule: Rule, weight: Weight = .refusal, figure: String) {
        self.place = place
        self.rule = rule
        self.weight = weight
        self.figure = figure
    }

    package var description: String {
        "\(place): \(rule.rawValue): \(figure)\(weight == .advice ? " (advice)" : "")"
    }

    /// A number with one decimal, for figures.
    static func tenths(_ value: Double) -> String {
        let tenths = Int(max(-1e9, min(value, 1e9)) * 10 + (value < 0 ? -0.5 : 0.5))
        let rest = tenths < 0 ? -tenths % 10 : tenths % 10
        return "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10).\(rest)"
    }
}
