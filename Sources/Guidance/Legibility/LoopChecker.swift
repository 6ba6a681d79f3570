import Fleet

/// Judges how long the screens of a pack stand, and how long passengers wait for the essential pages.
package struct LoopChecker: Sendable {
    /// The longest wait for all essential pages in Vietnamese, in seconds, where it has most turns.
    package static let longestWait = 120.0
    /// How long the passengers of a place stay, in seconds.
    private let stay: Double
    private let shares: LanguageShares
    private let layout: SlideLayout

    /// A checker for a panel at a place with its languages, where passengers stay that many seconds.
    package init(layout: SlideLayout, shares: LanguageShares = .usual, stay: Double = 600) {
        self.layout = layout
        self.shares = shares
        self.stay = stay
    }

    /// What is wrong; empty when all rules hold.
    package func findings(_ pack: ContentPack) -> [Finding] {
        pack.slides.flatMap { dwell($0) } + loop(pack)
    }

    private func dwell(_ slide: Slide) -> [Finding] {
        layout.parts(of: slide).enumerated().compactMap { index, part in
            let time = ReadingTime(part, in: slide, isFurther: index > 0)
            let most = ReadingTime.bounds.upperBound
            guard time.wanted > most else { return nil }
            return Finding(
                place: "\(slide.id)/\(slide.language.rawValue)/\(index + 1)",
                rule: .dwell,
                weight: time.wanted > 1.5 * most ? .refusal : .advice,
                figure: "needs \(Finding.tenths(time.wanted)) s to be read; stands 20 s"
            )
        }
    }

    /// The most seconds a language may let wait.
    ///
    /// Two minutes for Vietnamese where it has three quarters of the turns, else half of the stay;
    /// the whole stay for the others.
    private func limit(_ language: Language) -> Double {
        guard language == .vietnamese else { return stay }
        let total = shares.parts.values.reduce(0, +)
        let isMost = 4 * (shares.parts[.vietnamese] ?? 0) >= 3 * total
        return isMost ? min(Self.longestWait, stay / 2) : stay / 2
    }

    private func loop(_ pack: ContentPack) -> [Finding] {
        let times = waits(pack)
        return Language.allCases.compactMap { language in
            guard let wait = times[language], wait > limit(language) else { return nil }
            let said = wait.isFinite ? "up to \(Int(wait)) s" : "more than an hour"
            return Finding(
                place: "\(pack.id)/\(language.rawValue)",
                rule: .loop,
                weight: language == .vietnamese ? .refusal : .advice,
                figure: "\(said) until all essential pages were seen; at most "
                    + "\(Int(limit(language))) s; shorten them or mark fewer as essential"
            )
        }
    }
}

// MARK: - Figures

extension LoopChecker {
    /// The longest time from any moment until a passenger has seen all that is essential, in seconds.
    ///
    /// Each screen of the essential pages in his language has stood from its beginning to its end. Of
    /// a pack that marks no page all are essential. Found by running the loop, hours and dates aside.
    package func waits(_ pack: ContentPack) -> [Language: Double] {
        let hasEssential = pack.pages.contains(where: \.isEssential)
        return longest(pack) { !hasEssential || $0.isEssential }
    }

    /// The longest time from any moment until all pages of a language were seen, in seconds.
    package func rounds(_ pack: ContentPack) -> [Language: Double] {
        longest(pack) { _ in true }
    }

    private func longest(
        _ pack: ContentPack,
        _ isWanted: (ContentPack.Page) -> Bool
    ) -> [Language: Double] {
        var pack = pack
        for index in pack.pages.indices { pack.pages[index].times = .always }
        let wanted = Set(pack.pages.filter(isWanted).map(\.id))
        let turns = run(pack)
        var longest: [Language: Double] = [:]
        for language in shares.parts.keys {
            let slides = pack.pages.filter { wanted.contains($0.id) }
                .compactMap { pack.slide($0.id, language) }
            let screens = slides.flatMap { slide in
                layout.parts(of: slide).indices.map { Screen(page: slide.id, part: $0) }
            }
            longest[language] = Self.longest(turns, language, screens)
        }
        return longest
    }

    private struct Screen: Hashable {
        let page: String
        let part: Int
    }

    /// A screen with when it began and ended.
    private struct Stood {
        let screen: Screen
        let language: Language
        let begin: Double
        let end: Double
    }

    /// Many rounds of the loop.
    private func run(_ pack: ContentPack) -> [Stood] {
        var loop = SlideLoop(pack: pack, shares: shares, layout: layout)
        var turns: [Stood] = []
        var now = 0.0
        for _ in 0..<(60 * max(1, min(pack.pages.count, PackChecker.mostPages))) {
            guard let turn = loop.next(at: Instant(seconds: 0)) else { break }
            let screen = Screen(page: turn.slide.id, part: turn.part)
            let end = now + turn.seconds
            turns.append(
                Stood(screen: screen, language: turn.slide.language, begin: now, end: end)
            )
            now = end
        }
        return turns
    }

    /// The longest way from just after a screen's beginning until all screens were seen.
    ///
    /// Backwards through the turns, with the next end of each screen at hand.
    private static func longest(
        _ turns: [Stood],
        _ language: Language,
        _ screens: [Screen]
    ) -> Double {
        var next: [Screen: Double] = [:]
        var longest = 0.0
        for turn in turns.reversed() {
            // Who comes just after the beginning of this screen has missed it.
            if next.count == screens.count, let last = next.values.max() {
                longest = max(longest, last - turn.begin)
            }
            if turn.language == language, screens.contains(turn.screen) {
                next[turn.screen] = turn.end
            }
        }
        return next.count == screens.count ? longest : .infinity
    }
}
