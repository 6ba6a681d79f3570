import Synchronization

/// Set once, from any thread, to end a blocking loop.
package final class StopFlag: Sendable {
    private let flag = Atomic(false)

    package init() {}

    /// Ends whatever looks at the flag.
    package func set() { flag.store(true, ordering: .relaxed) }

    package var isSet: Bool { flag.load(ordering: .relaxed) }
}
