package import Fleet

/// The endless row of slides of a kiosk: which comes next, in which language, for how long.
///
/// The essential Vietnamese pages are the host: where Vietnamese has three quarters of the turns, all
/// of them stand between two guests, elsewhere one. Guests are the pages of other languages and the
/// other Vietnamese pages; they share their time by the shares of the place. The loop holds no clock:
/// it is told when it is asked.
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
    private let layout: SlideLayout
    private var host: PageWalk
    private var guests: [PageWalk]
    private let hostPages: Int
    private var sinceGuest = 0
    private var pending: [Turn] = []

    /// The loop of a pack at a place, on a panel.
    package init(pack: ContentPack, shares: LanguageShares, layout: SlideLayout) {
        self.pack = pack
        self.layout = layout
        let host = PageWalk.host(pack)
        self.host = host
        guests = PageWalk.guests(pack, shares)
        let total = shares.parts.values.reduce(0, +)
        let vietnamese = shares.parts[.vietnamese] ?? 0
        let essential = pack.pages.count { $0.isEssential == host.isEssential }
        hostPages = min(essential, max(1, vietnamese / max(1, total - vietnamese)))
    }

    /// Whether the next screen begins a page.
    package var isBetweenPages: Bool { pending.isEmpty }

    /// The next screen, or nil when no page of any language is to be shown at that moment.
    package mutating func next(at moment: Instant) -> Turn? {
        if let turn = pending.first {
            pending.removeFirst()
            return turn
        }
        let slide =
            sinceGuest < hostPages
            ? hosted(at: moment) ?? guest(at: moment) : guest(at: moment) ?? hosted(at: moment)
        guard let slide else { return nil }
        let turns = turns(of: slide)
        pending = Array(turns.dropFirst())
        return turns.first
    }

    private mutating func hosted(at moment: Instant) -> Slide? {
        sinceGuest += 1
        return host.next(pack) { $0.times.contain(moment) }
    }

    /// The next page of the guest that is due first; who has nothing to show at this hour passes.
    private mutating func guest(at moment: Instant) -> Slide? {
        var asked = guests.indices.filter { guests[$0].owed >= -1e-6 }
            .sorted { guests[$0].due < guests[$1].due }
        asked += guests.indices.filter { !asked.contains($0) }
        for index in asked {
            guard let slide = guests[index].next(pack, where: { $0.times.contain(moment) }) else {
                continue
            }
            let seconds = turns(of: slide).reduce(0) { $0 + $1.seconds }
            for other in guests.indices { guests[other].pay(seconds, isMine: other == index) }
            sinceGuest = 0
            return slide
        }
        return nil
    }

    private func turns(of slide: Slide) -> [Turn] {
        let parts = layout.parts(of: slide)
        return parts.indices.map { index in
            let time = ReadingTime(parts[index], in: slide, isFurther: index > 0)
            return Turn(slide: slide, part: index, seconds: time.dwell)
        }
    }
}
