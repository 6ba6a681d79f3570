package import Fleet
import Synchronization

/// Hears of every page that came onto the glass.
package protocol ShownRecord: Sendable {
    /// Notes that a page came onto the glass.
    func note(_ page: String, at time: Instant, proof: ShownPage.Proof)
}

/// Counts what was on the glass, in memory.
package final class ShownPages: ShownRecord {
    private struct Key: Hashable {
        let page: String
        let day: Int64
    }

    private let pages = Mutex<[Key: ShownPage]>([:])

    package init() {}

    package func note(_ page: String, at time: Instant, proof: ShownPage.Proof) {
        add(ShownPage(page: page, at: time, proof: proof))
    }

    /// Adds showings of a page.
    func add(_ shown: ShownPage) {
        let key = Key(page: shown.page, day: shown.day)
        pages.withLock { pages in
            if pages[key]?.add(shown) == nil { pages[key] = shown }
        }
    }

    /// Takes all that was noted since the last time.
    func take() -> [ShownPage] {
        pages.withLock { pages in
            defer { pages = [:] }
            return pages.values.sorted { ($0.day, $0.page) < ($1.day, $1.page) }
        }
    }
}
