import Census
import Fleet
import KioskLogic
import Lifecycle
import SystemIO
import Testing

@testable import KioskService

@Suite struct LiveRadioServiceTests {
    /// Adapters that are all the same fake.
    private struct House: AdapterHouse {
        let specs: [AdapterSpec]
        let fake: FakeAdapter

        func wanted() -> [AdapterSpec] { specs }
        func adapter(_ spec: AdapterSpec) -> any AdapterPort { fake }
    }

    private let fake = FakeAdapter(start: Instant(seconds: 1_597_276_800))
    private let status = KioskStatus()

    /// Runs the service until something holds, then stops it and gives what is stored.
    private func run(_ specs: [AdapterSpec], until holds: @Sendable () -> Bool) async throws -> Int
    {
        let store = try KioskStore(path: ":memory:")
        let log = Log { _, _ in }
        let service = LiveRadioService(
            house: House(specs: specs, fake: fake),
            counter: Counter(configuration: CensusConfiguration(), drawWord: KernelRandom.word),
            keeper: RowKeeper(store: store, boot: BootID(1, 2), source: .air, log: log),
            clocks: (fake, fake),
            status: status,
            desk: fake,
            log: log
        )
        let task = Task { try await service.run() }
        // By turns and not by time: on a busy machine the service gets its turns late too.
        for _ in 0..<10_000 where !holds() {
            try await Task.sleep(for: .milliseconds(5))
        }
        task.cancel()
        try await task.value
        #expect(holds())
        return try await store.counts().rows
    }

    @Test("an adapter is listened to until the service is stopped, and then closed")
    func listens() async throws {
        let status = status
        let rows = try await run([.index(0)]) { status.isHearing }
        #expect(rows >= 1)
        #expect(fake.closings == 1)
    }

    @Test("without any adapter it waits, says so, and stops when told to")
    func none() async throws {
        let status = status
        let rows = try await run([]) { status.radio.contains("plug one in") }
        #expect(rows == 0)
        #expect(!status.isHearing)
    }
}
