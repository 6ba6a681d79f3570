import Beacons
import Fleet
package import Lifecycle
import SystemIO

/// Hears a capture in place of the radio into the counter, once; the kiosk runs on when it is over.
package struct ReplayService: Service {
    package let name = "radio"
    private let source: any AdvertSource
    private let counter: Counter
    private let keeper: RowKeeper
    private let status: KioskStatus
    private let log: Log

    package init(
        source: any AdvertSource,
        counter: Counter,
        keeper: RowKeeper,
        status: KioskStatus,
        log: Log
    ) {
        self.source = source
        self.counter = counter
        self.keeper = keeper
        self.status = status
        self.log = log
    }

    package func run() async throws {
        defer { counter.wipe() }
        do {
            // Nothing when told to stop: a replay counts the open quarter again when it is started again.
            guard let end = try await listen() else { return }
            await close(at: end)
            note("replay over")
        } catch is CancellationError {
            return
        } catch {
            // The capture is damaged; hearing it again would not mend it.
            await close(at: nil)
            note("replay over: \(error)")
        }
        try? await Self.sleepUntilCancelled()
    }

    private static func sleepUntilCancelled() async throws {
        while true {
            try await Task.sleep(for: .seconds(86_400))
        }
    }

    private func listen() async throws -> Instant? {
        let stop = StopFlag()
        return try await withTaskCancellationHandler {
            try await Threads.run("radio") {
                try source.listen(
                    until: { stop.isSet },
                    onListening: {
                        if status.setRadio("replaying", isHearing: true) {
                            log.info("radio: replaying")
                        }
                    },
                    deliver: { packet, time in
                        counter.hear(packet, at: time)
                        // The trace lay on this thread's stack; nothing else overwrites it in time.
                        StackScrub.now()
                    }
                )
            }
        } onCancel: {
            stop.set()
        }
    }

    private func close(at time: Instant?) async {
        await keeper.keep(counter.finish(at: time))
    }

    private func note(_ state: String) {
        if status.setRadio(state, isHearing: false) { log.warning("radio: \(state)") }
    }
}
