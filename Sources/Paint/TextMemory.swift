import Guidance

/// What was found out about texts, so that those that come again are not measured again.
///
/// Finding the size of a text that must shrink shapes it once for each size. The pages of a loop come
/// again every minute or two, while the clock and the count bring new texts for ever.
final class TextMemory {
    /// The most texts remembered, some 300 bytes each; beyond them all are forgotten.
    static let most = 512

    /// The size found for a text.
    struct Fit {
        let size: Int
        let fits: Bool
    }

    /// What is wrong with the characters of a text.
    struct Faults {
        let unknownGlyphs: Int
        let breaksSyllables: Bool
    }

    /// All that the size of a text depends on.
    private struct Key: Hashable {
        let string: String
        let language: Language
        let weight: TextElement.Weight
        let horizontal: TextElement.Horizontal
        let width: Int
        let height: Int
        let lines: Int
        let preferred: Int
        let floor: Int

        init(_ text: TextElement) {
            string = text.string
            language = text.language
            weight = text.weight
            horizontal = text.horizontal
            width = text.box.width
            height = text.box.height
            lines = text.maximumLines
            preferred = text.preferred
            floor = text.floor
        }
    }

    /// A text at the size of its group.
    private struct SizedKey: Hashable {
        let text: Key
        let size: Int
        let fits: Bool
    }

    private var fits: [Key: Fit] = [:]
    private var faults: [SizedKey: Faults] = [:]

    /// The size of a text, found out by the closure unless it is known.
    func fit(_ text: TextElement, _ find: () -> Fit) -> Fit {
        let key = Key(text)
        if let known = fits[key] { return known }
        if fits.count >= Self.most { fits = [:] }
        let found = find()
        fits[key] = found
        return found
    }

    /// The faults of a fitted text, found out by the closure unless they are known.
    func faults(_ fitting: Fitting, _ find: () -> Faults) -> Faults {
        let key = SizedKey(text: Key(fitting.text), size: fitting.size, fits: fitting.fits)
        if let known = faults[key] { return known }
        if faults.count >= Self.most { faults = [:] }
        let found = find()
        faults[key] = found
        return found
    }
}
