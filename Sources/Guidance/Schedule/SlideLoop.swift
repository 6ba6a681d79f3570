package import Fleet

/// The endless row of slides of a kiosk: which comes next, in which language, for how long.
///
/// Languages take turns by their shares, evenly spread, Vietnamese first; each goes through the pages
/// in order. The loop holds no clock: it is told when it is asked.
package struct SlideLoop: Sendable {
    /// A screen of the loop.
    package struct Turn: Sendable, Equatable {
        /// What is shown.
        package let slide: Slide
        /// Which part of the slide, from 0.
        package let part: Int
        /// For how long, in seconds.
        package let seconds: Double
    }

    private let pack: ContentPack
    private let shares: LanguageShares
    private let layout: SlideLayout
    private var credit: [Language: Int] = [:]
    private var nextPage: [Language: Int] = [:]
    private var pending: [Turn] = []

    /// The loop of a pack at a place, on a panel.
    package init(pack: ContentPack, shares: LanguageShares, layout: SlideLayout) {
        self.pack = pack
        self.shares = shares
        self.layout = layout
    }

    /// The next screen, or nil when no page of any language is to be shown at that moment.
    package mutating func next(at moment: Instant) -> Turn? {
        if let turn = pending.first {
            pending.removeFirst()
            return turn
        }
        for _ in 0..<8 {
            guard let slide = page(in: turnOfLanguage(), at: moment) else { continue }
            let parts = layout.parts(of: slide)
            let turns = parts.indices.map { index in
                Turn(
                    slide: slide,
                    part: index,
                    seconds: ReadingTime(parts[index], in: slide).dwell
                )
            }
            pending = Array(turns.dropFirst())
            return turns.first
        }
        return nil
    }

    /// The language whose turn it is: each collects its share, the richest pays for a turn.
    private mutating func turnOfLanguage() -> Language {
        let total = shares.parts.values.reduce(0, +)
        for (language, part) in shares.parts { credit[language, default: 0] += part }
        let turn =
            Language.allCases.filter { shares.parts[$0] != nil }
            .max { (credit[$0] ?? 0, $1.rawValue) < (credit[$1] ?? 0, $0.rawValue) }
            ?? .vietnamese
        credit[turn, default: 0] -= total
        return turn
    }

    /// The language's next page that may be shown.
    private mutating func page(in language: Language, at moment: Instant) -> Slide? {
        for _ in pack.pages.indices {
            let index = nextPage[language, default: 0] % pack.pages.count
            nextPage[language] = index + 1
            let page = pack.pages[index]
            if page.times.contain(moment), let slide = pack.slide(page.id, language) {
                return slide
            }
        }
        return nil
    }
}
