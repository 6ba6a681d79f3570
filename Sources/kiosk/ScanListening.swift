import Commands
import Glibc
import KioskLogic
import Lifecycle
import Radio
import SystemIO

/// Listens for `kiosk scan`: to adapters, each on a thread of its own, or to a capture.
struct ScanListening: Service {
    enum Air: Sendable {
        case adapters([AdapterSpec], isActive: Bool)
        case capture(ReplayRadio, speed: Double)
    }

    let name = "listening"
    let air: Air
    let meter: ScanMeter

    func run() async throws {
        switch air {
        case .adapters(let specs, let isActive): try await listen(to: specs, isActive: isActive)
        case .capture(let radio, let speed): try await play(radio, speed: speed)
        }
    }

    /// Returns when all have ended; throws when none could begin.
    private func listen(to specs: [AdapterSpec], isActive: Bool) async throws {
        let stop = StopFlag()
        let troubles = await withTaskCancellationHandler {
            await withTaskGroup(of: RadioTrouble?.self) { group in
                for (number, spec) in specs.enumerated() {
                    group.addTask {
                        try? await Threads.run("scan \(number)") {
                            listen(to: LiveAdapter(spec: spec, isActive: isActive), number, stop)
                        }
                    }
                }
                var troubles: [RadioTrouble] = []
                for await trouble in group {
                    if let trouble { troubles.append(trouble) }
                }
                return troubles
            }
        } onCancel: {
            stop.set()
        }
        if troubles.count == specs.count, let first = troubles.first {
            throw CommandFailure(first.description)
        }
    }

    /// Listens on a thread until told to stop; gives the trouble of an adapter that could not begin.
    private func listen(to adapter: LiveAdapter, _ number: Int, _ stop: StopFlag) -> RadioTrouble? {
        defer { adapter.close() }
        var hasBegun = false
        while !stop.isSet {
            do throws(RadioTrouble) {
                try adapter.start()
                hasBegun = true
                while !stop.isSet {
                    meter.note(
                        number,
                        state: "\(adapter.label): listening",
                        isListening: true,
                        lost: adapter.lost
                    )
                    _ = try adapter.hear { packet, _ in
                        meter.hear(packet, adapter: number)
                        StackScrub.now()
                    }
                }
            } catch {
                meter.note(number, state: "\(adapter.label): \(error)", isListening: false)
                guard hasBegun else { return error }
                usleep(500_000)
            }
        }
        return nil
    }

    private func play(_ radio: ReplayRadio, speed: Double) async throws {
        let stop = StopFlag()
        meter.note(0, state: "replaying", isListening: true)
        try await withTaskCancellationHandler {
            try await Threads.run("scan") {
                let clock = ReplayClock(
                    begin: radio.firstEvent,
                    beginTicks: Clocks.boottime(),
                    speed: speed
                )
                _ = try radio.play(clock: clock, until: { stop.isSet }) { packet, _ in
                    meter.hear(packet, adapter: 0)
                    StackScrub.now()
                }
            }
        } onCancel: {
            stop.set()
        }
    }
}
