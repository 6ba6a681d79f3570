/// Rules of spelling that decide how a text breaks and whether fonts can draw it.
package enum TextRules {
    /// The most Khmer clusters without a place to break.
    package static let longestKhmerRun = 12

    /// Vietnamese terms whose syllables must stay on one line.
    package static let fixedTerms = [
        "ứng dụng", "điện thoại", "cộng đồng", "miễn phí", "vị trí", "bộ nhớ", "tiếp xúc",
    ]

    /// Units that must stay with the number before them.
    private static let units: Set<Substring> = [
        "%", "GB", "MB", "m", "km", "giờ", "phút", "ngày", "máy", "GB/ngày", "minutes", "days",
    ]

    /// What is wrong with a text.
    package static func findings(_ text: String, _ language: Language, place: String) -> [Finding] {
        normalForm(text, place) + spaces(text, language, place) + khmer(text, language, place)
    }

    private static func normalForm(_ text: String, _ place: String) -> [Finding] {
        // All letters of Vietnamese have a composed form, so a combining mark means another form.
        let marks = text.unicodeScalars.filter { ("\u{0300}"..."\u{036F}").contains($0) }
        guard let first = marks.first else { return [] }
        let code = String(first.value, radix: 16, uppercase: true)
        return [
            Finding(
                place: place,
                rule: .normalForm,
                figure:
                    "\(marks.count) combining marks, the first U+0\(code); write composed letters"
            )
        ]
    }

    private static func spaces(_ text: String, _ language: Language, _ place: String) -> [Finding] {
        var found: [Finding] = []
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        for (number, unit) in zip(words, words.dropFirst()) {
            let bare = unit.prefix { !",.;:".contains($0) }
            if number.last?.isNumber == true, units.contains(bare) {
                found.append(
                    Finding(
                        place: place,
                        rule: .noBreakSpace,
                        figure: "\"\(number) \(unit)\" needs U+00A0 between number and unit"
                    )
                )
            }
        }
        guard language == .vietnamese else { return found }
        let lower = text.lowercased()
        for term in fixedTerms where has(lower, term) {
            found.append(
                Finding(
                    place: place,
                    rule: .noBreakSpace,
                    figure: "\"\(term)\" needs U+00A0 between its syllables"
                )
            )
        }
        return found
    }

    private static func has(_ text: String, _ term: String) -> Bool {
        let (text, term) = (Array(text.unicodeScalars), Array(term.unicodeScalars))
        guard text.count >= term.count else { return false }
        return (0...(text.count - term.count)).contains { start in
            text[start..<(start + term.count)].elementsEqual(term)
        }
    }

    private static func khmer(_ text: String, _ language: Language, _ place: String) -> [Finding] {
        guard language == .khmer else { return [] }
        let runs = text.unicodeScalars.split { !("\u{1780}"..."\u{17FF}").contains($0) }
        let longest = runs.map { TextEstimate.clusters(String($0)) }.max() ?? 0
        guard longest > longestKhmerRun else { return [] }
        return [
            Finding(
                place: place,
                rule: .khmerBreaks,
                figure: "\(longest) clusters without U+200B; at most \(longestKhmerRun)"
            )
        ]
    }
}
