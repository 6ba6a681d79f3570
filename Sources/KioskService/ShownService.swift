package import Lifecycle

/// Writes down once in a while what was on the glass.
///
/// Once a quarter hour and not with every page: cards wear out. What a power cut takes is less than that.
package struct ShownService: Service {
    package let name = "shown pages"
    private let pages: ShownPages
    private let store: KioskStore
    private let interval: Duration
    private let log: Log

    /// - Parameters:
    ///   - pages: What was on the glass.
    ///   - store: Where it is kept for 31 days.
    ///   - interval: Time between two writings.
    ///   - log: Hears of a disk that refuses.
    package init(
        pages: ShownPages,
        store: KioskStore,
        interval: Duration = .seconds(900),
        log: Log
    ) {
        self.pages = pages
        self.store = store
        self.interval = interval
        self.log = log
    }

    package func run() async throws {
        repeat {
            try? await Task.sleep(for: interval)
            await write()
        } while !Task.isCancelled
    }

    /// Writes down what is new; what the disk refuses is tried again with the next.
    func write() async {
        let new = pages.take()
        guard !new.isEmpty else { return }
        do {
            try await store.add(new)
        } catch {
            log.warning("screen: what was shown is not written down: \(error)")
            new.forEach(pages.add)
        }
    }
}
