extension ContentPack {
    /// One page of a pack in all its languages.
    package struct Page: Sendable, Equatable {
        /// The name used on command lines and in schedules.
        package var id: String
        /// The name of its drawing, nil for none.
        package var drawing: String?
        /// Whether it shows the live count and the progress in place of steps.
        package var isLive: Bool
        /// Whether everybody must have seen it: the loop comes back to it often.
        package var isEssential: Bool
        /// The sign before each step; empty for numbers.
        package var marks: [Slide.Mark]
        /// When it is shown.
        package var times: PageTimes
        /// Its texts by language.
        package var texts: [Language: Text]

        /// A page from its parts.
        package init(
            id: String,
            drawing: String?,
            isLive: Bool,
            isEssential: Bool = false,
            marks: [Slide.Mark],
            times: PageTimes,
            texts: [Language: Text]
        ) {
            self.id = id
            self.drawing = drawing
            self.isLive = isLive
            self.isEssential = isEssential
            self.marks = marks
            self.times = times
            self.texts = texts
        }
    }

    /// The texts of a page in one language.
    package struct Text: Sendable, Hashable {
        /// What it is about; alone it must make sense within four seconds.
        package var title: String
        /// What to do, in order.
        package var steps: [String]

        /// Texts from their parts.
        package init(title: String, steps: [String]) {
            self.title = title
            self.steps = steps
        }
    }

    /// A page in a language, ready for layout; nil when the pack lacks either.
    package func slide(_ page: String, _ language: Language) -> Slide? {
        guard let page = pages.first(where: { $0.id == page }), let text = page.texts[language],
            let words = words[language]
        else { return nil }
        let steps = text.steps.enumerated().map { index, text in
            Slide.Step(
                mark: page.marks.indices.contains(index) ? page.marks[index] : .number(index + 1),
                text: text
            )
        }
        return Slide(
            id: page.id,
            language: language,
            title: text.title,
            steps: steps,
            isLive: page.isLive,
            drawing: page.drawing.flatMap { drawings[$0] },
            code: code,
            words: words,
            progress: progress
        )
    }

    /// All pages in all languages, those of a language together.
    package var slides: [Slide] {
        Language.allCases.flatMap { language in
            pages.compactMap { slide($0.id, language) }
        }
    }
}
