import Fleet
import Foundation
import Testing

@testable import KioskService

@Suite struct KioskStoreTests {
    private let boot = BootID(1, 1)

    @Test("rows wait in the order of counting until they are acknowledged")
    func waiting() async throws {
        let store = try KioskStore(path: ":memory:")
        try await store.append((0..<5).map(Self.row), boot: boot, source: .air)
        let first = try #require(try await store.waiting(limit: 3))
        #expect(first.rows.map(\.row) == (0..<3).map(Self.row))
        try await store.acknowledge(through: try #require(first.rows.last?.sequence))
        let second = try #require(try await store.waiting(limit: 3))
        #expect(second.rows.map(\.row) == (3..<5).map(Self.row))
        try await store.acknowledge(through: try #require(second.rows.last?.sequence))
        #expect(try await store.waiting(limit: 3) == nil)
        #expect(try await store.counts().rows == 5)
    }

    @Test("an acknowledgement never goes back")
    func monotonic() async throws {
        let store = try KioskStore(path: ":memory:")
        try await store.append((0..<5).map(Self.row), boot: boot, source: .air)
        try await store.acknowledge(through: 4)
        try await store.acknowledge(through: 2)
        #expect(try await store.counts().acknowledgedThrough == 4)
    }

    @Test(
        "a quarter is stored once: of a replay by its capture, off the air whatever boot counted it"
    )
    func once() async throws {
        let store = try KioskStore(path: ":memory:")
        let other = BootID(9, 9)
        #expect(try await store.append([Self.row(0)], boot: boot, source: .replay) == 1)
        #expect(try await store.append([Self.row(0)], boot: boot, source: .replay) == 0)
        #expect(try await store.append([Self.row(0)], boot: other, source: .replay) == 1)
        #expect(try await store.append([Self.row(0)], boot: boot, source: .air) == 1)
        #expect(try await store.append([Self.row(0)], boot: boot, source: .air) == 0)
        #expect(try await store.append([Self.row(0)], boot: other, source: .air) == 0)
        #expect(try await store.counts().rows == 3)
        #expect(try await store.lastEnd(boot: boot) == Self.row(0).span.end)
        #expect(try await store.lastEnd(boot: BootID(8, 8)) == nil)
    }

    @Test(
        "a day of Vietnam spends epsilon 1 for each of its quarters, and settings may allow fewer"
    )
    func dayBudget() async throws {
        let store = try KioskStore(path: ":memory:", mostQuartersADay: 10)
        // Row 0 is at 07:00 of 13 August in Vietnam; 68 quarters later it is midnight there.
        let stored = try await store.append((0..<100).map(Self.row), boot: boot, source: .air)
        #expect(stored == 20)
        let days = [Self.row(0), Self.row(67), Self.row(68), Self.row(-29)].map(\.span.start)
        var spent: [Int] = []
        for day in days {
            spent.append(
                try await store.epsilonSpent(onDayOf: day, boot: boot, source: .air)
            )
        }
        #expect(spent == [10, 10, 10, 0])
        let loose = try KioskStore(path: ":memory:", mostQuartersADay: 5000)
        let rows = (-28..<68).map(Self.row)
        #expect(try await loose.append(rows, boot: boot, source: .air) == DayBudget.quarters)
    }

    @Test("one report holds rows of one boot")
    func boots() async throws {
        let store = try KioskStore(path: ":memory:")
        try await store.append([Self.row(0), Self.row(1)], boot: boot, source: .air)
        try await store.append([Self.row(2)], boot: BootID(2, 2), source: .air)
        let first = try #require(try await store.waiting(limit: 10))
        #expect(first.boot == boot && first.rows.count == 2)
        try await store.acknowledge(through: 2)
        let second = try #require(try await store.waiting(limit: 10))
        #expect(second.boot == BootID(2, 2) && second.rows.count == 1)
    }

    @Test("boots that alternate lose nothing: a batch ends where another boot begins")
    func alternatingBoots() async throws {
        let store = try KioskStore(path: ":memory:")
        for (number, high) in [1, 2, 1, 1, 2].enumerated() {
            try await store.append([Self.row(number)], boot: BootID(UInt64(high), 0), source: .air)
        }
        var sent: [Int64] = []
        while let batch = try await store.waiting(limit: 10) {
            sent += batch.rows.map(\.sequence)
            try await store.acknowledge(through: try #require(batch.rows.last?.sequence))
        }
        #expect(sent == [1, 2, 3, 4, 5])
    }

    @Test("a deaf row has no figures when it comes back")
    func deaf() async throws {
        let store = try KioskStore(path: ":memory:")
        let deaf = QuarterRow(span: Self.row(0).span, quality: .deaf, figures: nil)
        try await store.append([deaf], boot: boot, source: .air)
        #expect(try await store.waiting(limit: 1)?.rows.first?.row == deaf)
    }

    @Test("what is older than 30 days goes, but never what waits")
    func retention() async throws {
        let store = try KioskStore(path: ":memory:")
        let quarters = 32 * 96
        try await store.append((0..<quarters).map(Self.row), boot: boot, source: .air)
        try await store.acknowledge(through: 100)
        #expect(try await store.counts().rows == quarters - 100)
        try await store.acknowledge(through: Int64(quarters))
        #expect(try await store.counts().rows == 30 * 96)
    }

    @Test("a replay stays counted once, however much is stored after it")
    func onceForEver() async throws {
        let store = try KioskStore(path: ":memory:")
        try await store.append([Self.row(0)], boot: boot, source: .replay)
        try await store.append((1..<4000).map(Self.row), boot: BootID(2, 2), source: .air)
        try await store.acknowledge(through: 4000)
        #expect(try await store.append([Self.row(0)], boot: boot, source: .replay) == 0)
    }

    @Test("every store has a journal id of its own, and keeps it")
    func journal() async throws {
        let path = NSTemporaryDirectory() + "kiosk-store-\(UUID()).sqlite"
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        let first = try KioskStore(path: path).journal
        #expect(try KioskStore(path: path).journal == first)
        #expect(try KioskStore(reading: path).journal == first)
        #expect(try KioskStore(path: ":memory:").journal != first)
    }

    @Test("rows survive the process, and sequences are never used twice")
    func reopened() async throws {
        let path = NSTemporaryDirectory() + "kiosk-store-\(UUID()).sqlite"
        defer {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + end)
            }
        }
        do {
            let store = try KioskStore(path: path)
            try await store.append([Self.row(0)], boot: boot, source: .air)
        }
        let store = try KioskStore(path: path)
        try await store.append([Self.row(1)], boot: boot, source: .air)
        #expect(try await store.all().map(\.sequence) == [1, 2])
    }

    private static func row(_ number: Int) -> QuarterRow {
        QuarterRow(
            span: WindowSpan(
                start: Instant(seconds: 1_597_276_800 + Int64(number) * 900),
                length: 900
            ),
            quality: .regular,
            figures: .init(android: number, ios: -1, otherPhones: 0)
        )
    }
}
