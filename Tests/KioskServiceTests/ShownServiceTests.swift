import Fleet
import Lifecycle
import Testing

@testable import KioskService

@Suite struct ShownServiceTests {
    private let morning = Instant(seconds: 1_597_280_000)

    @Test("showings are kept by page and day, told once, and again when there are more")
    func told() async throws {
        let store = try KioskStore(path: ":memory:")
        let pages = ShownPages()
        let service = ShownService(pages: pages, store: store, log: Log { _, _ in })
        for second in 0..<3 {
            pages.note("b/km/1", at: morning.adding(seconds: Int64(second)), proof: .readBack)
        }
        pages.note("a/vi/1", at: morning, proof: .buffer)
        pages.note("a/vi/1", at: morning.adding(seconds: 86_400), proof: .buffer)
        #expect(try await store.shownPages().isEmpty)
        await service.write()
        let shown = try await store.shownPages()
        #expect(shown.map(\.page) == ["a/vi/1", "a/vi/1", "b/km/1"])
        #expect(shown.map(\.times) == [1, 1, 3])
        #expect(shown[2].last == morning.seconds + 2 && shown[2].proof == .readBack)
        pages.note("b/km/1", at: morning.adding(seconds: 60), proof: .buffer)
        await service.write()
        // More came while these were on their way.
        try await store.told(shown)
        let rest = try await store.shownPages()
        #expect(rest.map(\.page) == ["b/km/1"] && rest.map(\.times) == [4])
        #expect(rest.map(\.proof) == [.readBack] && rest.map(\.last) == [morning.seconds + 60])
        try await store.told(rest)
        await service.write()
        #expect(try await store.shownPages().isEmpty)
    }

    @Test("what the disk refuses is written with the next")
    func refused() async throws {
        let store = try KioskStore(path: ":memory:")
        let pages = ShownPages()
        let service = ShownService(pages: pages, store: store, log: Log { _, _ in })
        try await store.refuse(true)
        pages.note("a", at: morning, proof: .crc)
        await service.write()
        pages.note("a", at: morning.adding(seconds: 20), proof: .none)
        try await store.refuse(false)
        await service.write()
        #expect(try await store.shownPages().map(\.times) == [2])
    }

    @Test("only 31 days are kept, and a report takes the newest")
    func thinned() async throws {
        let store = try KioskStore(path: ":memory:")
        for day in 0..<40 {
            let time = morning.adding(seconds: Int64(day) * 86_400)
            try await store.add([ShownPage(page: "a", at: time, proof: .buffer)])
        }
        #expect(try await store.shownPages(limit: 100).count == 32)
        let newest = try await store.shownPages(limit: 1)
        #expect(newest.map(\.last) == [morning.seconds + 39 * 86_400])
    }

    @Test("it writes when it is told to stop")
    func stopping() async throws {
        let store = try KioskStore(path: ":memory:")
        let pages = ShownPages()
        let service = ShownService(
            pages: pages,
            store: store,
            interval: .seconds(3600),
            log: Log { _, _ in }
        )
        pages.note("a", at: morning, proof: .buffer)
        let running = Task { try await service.run() }
        running.cancel()
        try await running.value
        #expect(try await store.shownPages().count == 1)
    }
}

extension KioskStore {
    /// Makes writing fail as a medium that became read-only does.
    fileprivate func refuse(_ isRefused: Bool) throws {
        try connection.query("PRAGMA query_only = \(isRefused ? 1 : 0)")
    }
}
