/// Pages of one language that take turns with those of others: its essential ones, or its other ones.
struct PageWalk {
    /// The language.
    let language: Language
    /// Whether these are the essential pages.
    let isEssential: Bool
    /// The share of the time that is theirs, 0 to 1.
    let share: Double
    /// The seconds that are owed to them; negative when they had more than their share.
    private(set) var owed = 0.0
    private var nextPage = 0

    /// The share of a language's time that its other pages have.
    private static let otherShare = 0.2
    /// The seconds that a page usually takes; only the order of turns depends on it.
    private static let usualPage = 20.0

    private init(_ language: Language, isEssential: Bool, share: Double) {
        self.language = language
        self.isEssential = isEssential
        self.share = share
    }

    /// The essential Vietnamese pages of a pack; all of them when it marks none.
    static func host(_ pack: ContentPack) -> PageWalk {
        let isMarked = pack.pages.contains(where: \.isEssential)
        return PageWalk(.vietnamese, isEssential: isMarked, share: 1)
    }

    /// All other walks at a place; their shares add up to 1.
    static func guests(_ pack: ContentPack, _ shares: LanguageShares) -> [PageWalk] {
        let kinds = Set(pack.pages.map(\.isEssential))
        let host = host(pack)
        let walks = Language.allCases.flatMap { language -> [PageWalk] in
            guard let parts = shares.parts[language] else { return [] }
            return kinds.sorted { $0 && !$1 }.compactMap { kind in
                if language == host.language, kind == host.isEssential { return nil }
                let part = kind ? 1 - otherShare : otherShare
                return PageWalk(
                    language,
                    isEssential: kind,
                    share: Double(parts) * (kinds.count > 1 ? part : 1)
                )
            }
        }
        let total = walks.reduce(0) { $0 + $1.share }
        return walks.map { walk in
            PageWalk(walk.language, isEssential: walk.isEssential, share: walk.share / total)
        }
    }

    /// When these pages are due: the less is owed to a small share, the later.
    var due: Double { (Self.usualPage - owed) / share }

    /// Shares out the seconds that a page takes; `isMine` when it was one of these.
    mutating func pay(_ seconds: Double, isMine: Bool) {
        owed += seconds * share
        if isMine { owed -= seconds }
    }

    /// The next of these pages that may be shown, nil for none.
    mutating func next(_ pack: ContentPack, where isShown: (ContentPack.Page) -> Bool) -> Slide? {
        for _ in pack.pages.indices {
            let page = pack.pages[nextPage % pack.pages.count]
            nextPage = (nextPage + 1) % pack.pages.count
            guard page.isEssential == isEssential, isShown(page) else { continue }
            if let slide = pack.slide(page.id, language) { return slide }
        }
        return nil
    }
}
