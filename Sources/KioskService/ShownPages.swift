package import Fleet
package import Lifecycle
import Synchronization

/// Counts what was on the glass, and writes it down once in a while.
///
/// Once a quarter hour and not with every page: cards wear out. What a power cut takes is less than that.
package final class ShownPages: Service {
    package let name = "shown pages"
    private struct Key: Hashable {
        let page: String
        let day: Int64
    }

    private let pages = Mutex<[Key: ShownPage]>([:])
    private let store: KioskStore
    private let log: Log
    private let interval: Duration

    /// - Parameters:
    ///   - store: Where they are kept for 31 days.
    ///   - interval: Time between two writings.
    ///   - log: Hears of a disk that refuses.
    package init(store: KioskStore, interval: Duration = .seconds(900), log: Log) {
        self.store = store
        self.interval = interval
        self.log = log
    }

    /// Notes that a page came onto the glass.
    package func note(_ page: String, at time: Instant, proof: ShownPage.Proof) {
        let shown = ShownPage(page: page, at: time, proof: proof)
        let key = Key(page: page, day: shown.day)
        pages.withLock { $0[key, default: shown.never].add(shown) }
    }

    package func run() async throws {
        repeat {
            try? await Task.sleep(for: interval)
            await write()
        } while !Task.isCancelled
    }

    /// Writes down what is new; what the disk refuses is tried again with the next.
    package func write() async {
        let new = pages.withLock { pages in
            defer { pages = [:] }
            return pages.values.sorted { ($0.day, $0.page) < ($1.day, $1.page) }
        }
        guard !new.isEmpty else { return }
        do {
            try await store.add(new)
        } catch {
            log.warning("screen: what was shown is not written down: \(error)")
            pages.withLock { pages in
                for page in new {
                    pages[Key(page: page.page, day: page.day), default: page.never].add(page)
                }
            }
        }
    }
}

extension ShownPage {
    /// The same page and day without a showing.
    fileprivate var never: ShownPage {
        ShownPage(page: page, day: day, times: 0, last: .min, proof: proof)
    }
}
