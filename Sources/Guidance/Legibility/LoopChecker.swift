/// Judges how long the screens of a pack stand, and how long one round of them takes.
package struct LoopChecker: Sendable {
    /// How long the passengers of a place stay, in seconds.
    private let stay: Double
    private let layout: SlideLayout

    /// A checker for a panel at a place where passengers stay that many seconds.
    package init(layout: SlideLayout, stay: Double = 600) {
        self.layout = layout
        self.stay = stay
    }

    /// The seconds of one round of all pages in a language.
    package func round(_ pack: ContentPack, _ language: Language) -> Double {
        pack.pages.compactMap { pack.slide($0.id, language) }.reduce(0) { sum, slide in
            sum + layout.parts(of: slide).reduce(0) { $0 + ReadingTime($1, in: slide).dwell }
        }
    }

    /// What is wrong; empty when all rules hold.
    ///
    /// One round in Vietnamese lasts at most half of the stay.
    package func findings(_ pack: ContentPack) -> [Finding] {
        var found: [Finding] = []
        for slide in pack.slides {
            for (index, part) in layout.parts(of: slide).enumerated() {
                let time = ReadingTime(part, in: slide)
                guard time.wanted > ReadingTime.bounds.upperBound else { continue }
                found.append(
                    Finding(
                        place: "\(slide.id)/\(slide.language.rawValue)/\(index + 1)",
                        rule: .dwell,
                        weight: time.wanted > 1.5 * ReadingTime.bounds.upperBound
                            ? .refusal : .advice,
                        figure: "needs \(Finding.tenths(time.wanted)) s to be read; stands 20 s"
                    )
                )
            }
        }
        let round = round(pack, .vietnamese)
        if round > stay / 2 {
            let figure =
                "a round takes \(Int(round)) s; at most half of the stay, \(Int(stay / 2)) s"
            found.append(Finding(place: pack.id, rule: .loop, figure: figure))
        }
        return found
    }
}
