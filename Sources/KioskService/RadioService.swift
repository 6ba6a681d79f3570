import Beacons
import Fleet
package import Lifecycle
import SystemIO

/// Keeps the radio listening: hears events into the counter, and tries again when it fails.
package struct RadioService: Service {
    package let name = "radio"
    private let source: any AdvertSource
    private let counter: Counter
    private let keeper: RowKeeper
    private let clock: any KioskClock
    private let status: KioskStatus
    private let log: Log

    /// Time between two attempts to reach a radio that is absent.
    private static let pause: Duration = .seconds(5)

    package init(
        source: any AdvertSource,
        counter: Counter,
        keeper: RowKeeper,
        clock: any KioskClock,
        status: KioskStatus,
        log: Log
    ) {
        self.source = source
        self.counter = counter
        self.keeper = keeper
        self.clock = clock
        self.status = status
        self.log = log
    }

    package func run() async throws {
        defer { counter.wipe() }
        while !Task.isCancelled {
            do {
                let end = try await listen()
                // Case 1: told to stop. Case 2: a capture came to its end; the kiosk goes on without.
                guard let end else { break }
                await close(at: end)
                note("replay over")
                try await Self.sleepUntilCancelled()
            } catch is CancellationError {
                break
            } catch  where source.origin == .replay {
                // Case 3: the capture is damaged; hearing it again would not mend it.
                await close(at: nil)
                note("replay over: \(error)")
                try? await Self.sleepUntilCancelled()
            } catch {
                // Case 4: the radio is absent or failed.
                await keeper.keep(counter.pause(at: clock.now()))
                note("\(error)")
                try? await Task.sleep(for: Self.pause)
            }
        }
        // A replay counts the open quarter again when it is started again; the air does not come back.
        if source.origin == .air { await close(at: clock.now()) }
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
                        if source.origin == .air { counter.begin(at: clock.now()) }
                        let state = source.origin == .air ? "listening" : "replaying"
                        if status.setRadio(state, isHearing: true) { log.info("radio: \(state)") }
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
