/// Judges the content of a pack, before any painter sees it.
package struct PackChecker: Sendable {
    /// The most characters of a title.
    package static let longestTitle = 48
    /// The most characters of a step.
    package static let longestStep = 90
    /// The most characters of a sentence that stands on every page.
    package static let longestSentence = 120
    /// The most steps of a page.
    package static let mostSteps = 6
    /// The most pages of a pack.
    package static let mostPages = 24

    private let languages: [Language]

    /// A checker that wants every page in these languages.
    package init(languages: [Language] = Language.allCases) {
        self.languages = languages
    }

    /// What is wrong with a pack; empty when all rules hold.
    package func findings(_ pack: ContentPack) -> [Finding] {
        var found: [Finding] = []
        if pack.pages.isEmpty || pack.pages.count > Self.mostPages {
            found.append(
                Finding(
                    place: pack.id,
                    rule: .length,
                    figure: "\(pack.pages.count) pages; a pack has 1 to \(Self.mostPages)"
                )
            )
        }
        if CodeElement.modules(for: pack.code.text) == nil {
            let figure = "\(pack.code.text.utf8.count) bytes need over 33 modules; shorten the text"
            found.append(Finding(place: pack.id, rule: .code, figure: figure))
        }
        for language in languages { found += words(pack, language) }
        for page in pack.pages.prefix(Self.mostPages) { found += self.page(page, pack) }
        return found
    }

    private func words(_ pack: ContentPack, _ language: Language) -> [Finding] {
        let place = "\(pack.id)/\(language.rawValue)"
        guard let words = pack.words[language] else {
            return [Finding(place: place, rule: .translation, figure: "the language is missing")]
        }
        var found = [
            ("caption", words.caption, Self.longestTitle),
            ("nearby", words.nearby, Self.longestTitle),
            ("progress", words.progress, Self.longestSentence),
            ("privacy", words.privacy, Self.longestSentence),
        ].flatMap { text($0.1, $0.0, limit: $0.2, language, place) }
        if words.review == .awaitingNativeReviewer {
            let figure = "awaits a native reviewer"
            found.append(
                Finding(place: place, rule: .review, weight: .advice, figure: figure)
            )
        }
        return found
    }

    private func page(_ page: ContentPack.Page, _ pack: ContentPack) -> [Finding] {
        var found: [Finding] = []
        if let name = page.drawing, pack.drawings[name] == nil {
            let figure = "\(name) is not among the pack's drawings"
            found.append(Finding(place: page.id, rule: .drawing, figure: figure))
        }
        for language in languages {
            let place = "\(page.id)/\(language.rawValue)"
            guard let content = page.texts[language] else {
                let figure = "the page has no \(language.rawValue)"
                found.append(Finding(place: place, rule: .translation, figure: figure))
                continue
            }
            found += self.content(content, page, language, place)
        }
        return found
    }

    private func content(
        _ content: ContentPack.Text,
        _ page: ContentPack.Page,
        _ language: Language,
        _ place: String
    ) -> [Finding] {
        var found = text(content.title, "title", limit: Self.longestTitle, language, place)
        for (index, step) in content.steps.enumerated() {
            found += text(step, "step \(index + 1)", limit: Self.longestStep, language, place)
        }
        let counts = Set(page.texts.values.map(\.steps.count))
        let wanted = page.isLive ? 0...0 : 1...Self.mostSteps
        if !wanted.contains(content.steps.count) {
            let figure = "\(content.steps.count) steps; this page has \(wanted.lowerBound) to "
            found.append(
                Finding(place: place, rule: .length, figure: figure + "\(wanted.upperBound)")
            )
        } else if counts.count > 1 || !page.marks.isEmpty && page.marks.count != content.steps.count
        {
            let figure = "\(content.steps.count) steps; languages or marks have another number"
            found.append(Finding(place: place, rule: .translation, figure: figure))
        }
        return found
    }

    private func text(
        _ text: String,
        _ name: String,
        limit: Int,
        _ language: Language,
        _ place: String
    ) -> [Finding] {
        let length =
            language == .khmer && TextEstimate.clusters(text) > 0
            ? TextEstimate.clusters(text) : text.count
        guard (1...limit).contains(length) else {
            let figure = "\(name) has \(length) characters; 1 to \(limit)"
            return [Finding(place: place, rule: .length, figure: figure)]
        }
        return TextRules.findings(text, language, place: place)
    }
}
