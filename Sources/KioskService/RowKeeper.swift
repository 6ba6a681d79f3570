package import Fleet
package import Lifecycle

/// Brings rows to the store, and holds on to them while the disk refuses.
package actor RowKeeper {
    private let store: KioskStore
    private let boot: BootID
    private let source: Report.Source
    private let log: Log
    /// Rows the store has not taken, oldest first.
    private var unsaved: [QuarterRow] = []
    private var isRefusing = false
    private var isSaving = false

    /// Most rows held in memory: 30 days.
    private static let maximumUnsaved = 2880

    package init(store: KioskStore, boot: BootID, source: Report.Source, log: Log) {
        self.store = store
        self.boot = boot
        self.source = source
        self.log = log
    }

    /// Stores rows, and those that could not be stored before.
    ///
    /// While one call is storing, another only adds its rows: the first takes them along.
    package func keep(_ rows: [QuarterRow]) async {
        unsaved += rows
        guard !isSaving else { return }
        isSaving = true
        defer { isSaving = false }
        while !unsaved.isEmpty, await saveOnce() {}
        forgetOldest()
    }

    /// Stores what is unsaved now; false when the disk refuses.
    private func saveOnce() async -> Bool {
        let taken = unsaved
        do {
            let stored = try await store.append(taken, boot: boot, source: source)
            unsaved.removeFirst(taken.count)
            if isRefusing { log.notice("store: takes rows again") }
            isRefusing = false
            if stored < taken.count, source == .air {
                log.notice(
                    "store: \(taken.count - stored) rows dropped: their quarters had been released "
                        + "before, or the day's budget is spent"
                )
            }
            if stored > 0 { log.info("store: \(stored) quarter\(stored == 1 ? "" : "s") stored") }
            return true
        } catch {
            if !isRefusing { log.error("store: \(error); rows are kept in memory, trying on") }
            isRefusing = true
            return false
        }
    }

    private func forgetOldest() {
        let excess = unsaved.count - Self.maximumUnsaved
        guard excess > 0 else { return }
        log.error("store: \(excess) oldest rows are lost, memory is full")
        unsaved.removeFirst(excess)
    }
}
