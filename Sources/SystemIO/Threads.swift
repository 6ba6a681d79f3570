import Dispatch

/// Blocking work on a thread of its own.
package enum Threads {
    /// Runs blocking work beside the cooperative pool and waits for it.
    ///
    /// - Parameters:
    ///   - label: Name of the thread's queue, for debuggers.
    ///   - work: What to do. It does not hear of the task's cancellation: who starts it sets a flag on
    ///     cancellation that it looks at, and it returns soon.
    /// - Returns: What the work returned.
    /// - Throws: What the work threw.
    package static func run<R: Sendable>(
        _ label: String,
        _ work: @escaping @Sendable () throws -> R
    ) async throws -> R {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: label).async {
                continuation.resume(with: Result { try work() })
            }
        }
    }
}
