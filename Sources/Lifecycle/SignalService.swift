import Dispatch
import Glibc

/// Ends the process in good order on SIGINT or SIGTERM, and at once on the second one.
package struct SignalService: Service {
    package let name = "signals"
    private let log: @Sendable (String) -> Void

    /// - Parameter log: Says that the process is stopping.
    package init(log: @escaping @Sendable (String) -> Void) {
        self.log = log
    }

    package func run() async throws {
        let (signals, continuation) = AsyncStream<Int32>.makeStream(
            bufferingPolicy: .bufferingNewest(2)
        )
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        for await number in signals {
            log("stopping on \(number == SIGINT ? "SIGINT" : "SIGTERM"); once more stops at once")
            // From here on the default action applies: a second signal ends the process.
            signal(SIGINT, SIG_DFL)
            signal(SIGTERM, SIG_DFL)
            return
        }
    }
}
