/// How often each language has its turn at a place; Vietnamese at least every second time.
package struct LanguageShares: Sendable, Hashable {
    /// The share of each language in whole parts; languages without a part are not shown.
    package let parts: [Language: Int]

    /// Shares in whole parts, or nil when they are negative, over 1000, or Vietnamese has under half.
    package init?(_ parts: [Language: Int]) {
        let total = parts.values.reduce(0) { $0 + min(max($1, -1), 1001) }
        guard parts.values.allSatisfy({ (0...1000).contains($0) }),
            let vietnamese = parts[.vietnamese], vietnamese > 0, 2 * vietnamese >= total
        else { return nil }
        self.parts = parts.filter { $0.value > 0 }
    }

    private init(certain parts: [Language: Int]) {
        self.parts = parts
    }

    /// Most of the province: Vietnamese, with some English.
    package static let usual = LanguageShares(certain: [.vietnamese: 5, .english: 1])
    /// Tri Tôn and Tịnh Biên, where most Khmer of the province live.
    package static let khmerTowns = LanguageShares(
        certain: [.vietnamese: 5, .khmer: 4, .english: 1]
    )
    /// Châu Đốc and the border gates.
    package static let border = LanguageShares(
        certain: [.vietnamese: 5, .english: 2, .khmer: 1]
    )

    /// The kinds of places there are, by name.
    package static let places: [(name: String, shares: LanguageShares)] = [
        ("most places", .usual), ("Khmer towns", .khmerTowns), ("border", .border),
    ]
}
