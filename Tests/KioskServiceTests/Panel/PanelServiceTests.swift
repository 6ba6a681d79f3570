import Fleet
import Guidance
import KioskLogic
import KioskService
import Lifecycle
import Synchronization
import Testing

@Suite struct PanelServiceTests {
    /// A panel that notes what it is told, and a clock that stands.
    final class Panel: Glass, PanelLight, KioskClock, Sendable {
        private let steps = Mutex<[String]>([])
        private let stream: AsyncStream<Void>
        private let told: AsyncStream<Void>.Continuation
        private let moment: Instant
        /// How often displays appeared.
        let generation = Mutex(1)

        init(at moment: Instant) {
            self.moment = moment
            (stream, told) = AsyncStream.makeStream()
        }

        private func note(_ step: String) {
            steps.withLock { $0.append(step) }
            told.yield()
        }

        /// What it was told, once that is so many steps.
        func steps(_ count: Int) async -> [String] {
            var seen = 0
            for await _ in stream {
                seen += 1
                if seen == count { break }
            }
            return steps.withLock { $0 }
        }

        func now() -> Instant { moment }
        func canvas() async -> Canvas {
            Canvas(size: PixelSize(width: 1, height: 1), generation: generation.withLock { $0 })
        }
        func show(_ painted: Painted) async {}
        func run(_ fade: Fade, over frame: Frame) async {}
        func proof() async -> ShownPage.Proof { .none }
        func state() async -> String { "" }
        func setPower(_ isOn: Bool) async { note("power \(isOn)") }
        func setLevel(_ level: Double) async { note("level \(level)") }
    }

    static let moments: [(seconds: Int64, hours: String?, steps: [String])] = [
        // 13 August 2020 at 12:00, 23:00 and 23:00 in its off hours; both ports share the notes.
        (1_597_294_800, nil, ["power true", "power true", "level 1.0"]),
        (1_597_334_400, nil, ["power true", "power true", "level 0.15"]),
        (1_597_334_400, "22:30-04:30", ["power false", "power false"]),
    ]

    @Test("the panel is lit by day, dimmed by night, dark in its off hours", arguments: moments)
    func day(seconds: Int64, hours: String?, steps: [String]) async throws {
        let panel = Panel(at: Instant(seconds: seconds))
        let service = PanelService(
            glass: panel,
            light: panel,
            clock: panel,
            sun: .longXuyen,
            rules: PanelLogic.Rules(offHours: hours.flatMap(OffHours.init)),
            log: Log { _, _ in }
        )
        let task = Task { try await service.run() }
        #expect(await panel.steps(steps.count) == steps)
        task.cancel()
        // It was asleep until the next change, and ends all the same.
        try await task.value
    }

    @Test("a panel that comes late is told once, one that comes again is not")
    func late() async throws {
        let panel = Panel(at: Instant(seconds: 1_597_294_800))
        panel.generation.withLock { $0 = 0 }
        let sleeps = Mutex<[Double]>([])
        let service = PanelService(
            glass: panel,
            light: panel,
            clock: panel,
            sun: .longXuyen,
            rules: PanelLogic.Rules(),
            log: Log { _, _ in }
        ) { seconds in
            let count = sleeps.withLock { sleeps in
                sleeps.append(seconds)
                return sleeps.count
            }
            if count >= 3 { panel.generation.withLock { $0 = count } }
            if count == 6 { withUnsafeCurrentTask { $0?.cancel() } }
        }
        try await Task { try await service.run() }.value
        let told = ["power true", "power true", "level 1.0"]
        #expect(await panel.steps(6) == told + told)
        #expect(sleeps.withLock { $0 } == [10, 10, 10, 60, 60, 60])
    }
}
