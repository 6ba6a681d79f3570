import Glibc
import SystemIO

/// Ends the process in good order on SIGINT, SIGTERM or SIGHUP, and at once on the second one.
///
/// A process has one of these at a time, since it has one disposition for each signal.
package struct SignalService: Service {
    package let name = "signals"
    private let log: @Sendable (String) -> Void

    /// Catches these signals from here on, so that none is missed before the service runs.
    ///
    /// - Parameter log: Says that the process is stopping.
    /// - Throws: `SystemError` when there are no descriptors left.
    package init(log: @escaping @Sendable (String) -> Void) throws {
        self.log = log
        try SignalPipe.open()
    }

    package func run() async throws {
        let number = try await withTaskCancellationHandler {
            try await Threads.run("signals") { SignalPipe.wait() }
        } onCancel: {
            SignalPipe.put(0)
        }
        // Whatever ended this: from here on a signal ends a process that hangs while it stops.
        SignalPipe.restore()
        guard number != 0 else { return }
        let names = [SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGHUP: "SIGHUP"]
        log("stopping on \(names[number] ?? "signal \(number)"); once more stops at once")
    }
}
