import Guidance
import Testing

@testable import Paint

@Suite struct ShapingTests {
    private let typesetter = Typesetter()

    private func element(_ string: String, _ language: Language) -> TextElement {
        TextElement(
            name: "sample",
            box: Box(x: 0, y: 0, width: 2000, height: 200),
            string: string,
            language: language,
            preferred: 64,
            floor: 16,
            colour: Colour(0),
            background: Colour(0xFFFFFF)
        )
    }

    private func measure(_ string: String, _ language: Language) -> Typesetter.Measure {
        typesetter.set(element(string, language), size: 64, width: nil)
        return typesetter.measure()
    }

    @Test(
        "Khmer coengs go under their consonant and need no dotted circle",
        arguments: ["ខ្ញុំ", "ស្ត្រី", "កម្មវិធី", "ជិតស្និទ្ធ", "ប៊្លូធូស"]
    )
    func coengs(word: String) {
        // Letters with something that joins nothing between them, so that each stands alone.
        let apart = word.unicodeScalars.filter { ("ក"..."អ").contains($0) }.map(String.init)
        let letters = apart.map { measure($0, .khmer).logical.width }.reduce(0, +)
        let shaped = measure(word, .khmer)
        #expect(shaped.logical.width < letters)
        let alone = apart.map { measure($0, .khmer).ink.height }.max() ?? 0
        #expect(shaped.ink.height > alone, "the coeng reaches under the line")
        #expect(typesetter.unknownGlyphs == 0)
        #expect(!typesetter.breaksSyllables(element(word, .khmer), size: 64))
    }

    @Test(
        "a sign without its consonant is noticed",
        arguments: ["\u{17D2}", "ab\u{17BB}", "\u{17B8}"]
    )
    func broken(word: String) {
        #expect(typesetter.breaksSyllables(element(word, .khmer), size: 64))
    }

    @Test("the Khmer line of the install page is whole")
    func installLine() throws {
        let second = try #require(GuidancePage.install.secondLine)
        let text = element(second.text, second.language)
        #expect(!typesetter.breaksSyllables(text, size: 64))
        typesetter.set(text, size: 64, width: nil)
        #expect(typesetter.unknownGlyphs == 0)
        #expect(typesetter.measure().lines == 1)
        // The zero width spaces let it break, and only between words.
        typesetter.set(text, size: 64, width: 330)
        #expect(typesetter.measure().lines > 1)
        #expect(typesetter.measure().logical.width <= 330)
    }

    @Test(
        "Vietnamese stacked marks stand over one letter",
        arguments: ["Ẵ", "Ễ", "Ữ", "Ộ", "ặ", "ể"]
    )
    func stacked(letter: String) throws {
        let base = try #require(letter.decomposedBase)
        let plain = measure(base, .vietnamese)
        let marked = measure(letter, .vietnamese)
        #expect(typesetter.glyphs(of: element(letter, .vietnamese), size: 64).count == 1)
        #expect(typesetter.unknownGlyphs == 0)
        #expect(marked.ink.height > plain.ink.height + 5)
        // A horn makes the letter a little wider; a second letter would double it.
        #expect(marked.logical.width < plain.logical.width * 3 / 2)
    }
}

extension String {
    /// The letter without its marks.
    fileprivate var decomposedBase: String? {
        let bases = ["Ẵ": "A", "Ễ": "E", "Ữ": "U", "Ộ": "O", "ặ": "a", "ể": "e"]
        return bases[self]
    }
}
