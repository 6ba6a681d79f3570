import Foundation

/// Runs blocking work on a thread of its own and forgets it.
func offPoolDetached(_ work: @escaping @Sendable () -> Void) {
    Thread.detachNewThread(work)
}
