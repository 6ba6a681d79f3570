import SystemIO

/// Blocking work of a command that SIGINT or SIGTERM ends early, in good order.
package enum StoppableWork {
    /// Runs the work on a thread of its own.
    ///
    /// - Parameters:
    ///   - label: Name of the thread's queue, for debuggers.
    ///   - log: Says that a signal came.
    ///   - work: What to do; its argument says whether to end, and is asked several times a second.
    /// - Returns: What the work returned.
    /// - Throws: What the work threw, or `SystemError` when there are no descriptors left.
    package static func run<R: Sendable>(
        _ label: String,
        log: @escaping @Sendable (String) -> Void,
        _ work: @escaping @Sendable (_ isStopped: @escaping @Sendable () -> Bool) throws -> R
    ) async throws -> R {
        let signals = try SignalService(log: log)
        let stop = StopFlag()
        return try await withThrowingTaskGroup(of: R?.self) { group in
            group.addTask {
                // Cancelled when the work is done first, which is no error.
                try? await signals.run()
                stop.set()
                return nil
            }
            group.addTask {
                try await Threads.run(label) { try work { stop.isSet } }
            }
            while let ended = try await group.next() {
                guard let result = ended else { continue }
                group.cancelAll()
                return result
            }
            throw CancellationError()
        }
    }
}
