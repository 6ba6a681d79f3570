import Testing

@testable import Census

@Suite struct SightingTableTests {
    @Test("digests that share a place are told apart, also after growing")
    func collisions() {
        var table = SightingTable(maximum: 1000)
        let digests = (UInt64(0)..<1000).map { $0 << 32 | 255 }
        for digest in digests {
            #expect(!table.contains(digest))
            #expect(table.note(digest, at: 0, window: 0) == true)
            #expect(table.note(digest, at: 1, window: 0) == false)
        }
        #expect(table.count == 1000)
        let known = digests.count { table.contains($0) }
        #expect(known == 1000)
    }

    @Test("a full table refuses new senders and still hears the old ones")
    func full() {
        var table = SightingTable(maximum: 300)
        for digest in UInt64(1)...300 { _ = table.note(digest, at: 0, window: 0) }
        #expect(table.note(301, at: 0, window: 0) == nil)
        #expect(table.note(0, at: 0, window: 0) == nil)
        #expect(table.note(300, at: 60_000, window: 0) == true)
        #expect(table.count == 300)
    }

    @Test("an entry knows its first and last time, windows and hits")
    func entries() {
        var table = SightingTable(maximum: 10)
        for (time, window) in [(5, 0), (10, 0), (310_000, 1), (890_000, 2), (880_000, 2)] {
            _ = table.note(7, at: Int32(time), window: window)
        }
        var entries: [SightingTable.Entry] = []
        table.forEach { entries.append($0) }
        #expect(entries.count == 1)
        #expect(entries.first?.first == 5)
        #expect(entries.first?.last == 890_000)
        #expect(entries.first?.windows == 0b111)
        #expect(entries.first?.hits == 5)
        #expect(entries.first?.longestRest == 580_000)
        #expect(entries.first?.longestRun == 5)
        #expect(entries.first?.running == 5)
    }

    @Test("a wiped table holds nothing")
    func wiping() {
        var table = SightingTable(maximum: 5000)
        for digest in UInt64(0)..<5000 { _ = table.note(digest, at: 0, window: 0) }
        table.wipe()
        #expect(table.count == 0)
        let known = (UInt64(0)..<5000).count { table.contains($0) }
        #expect(known == 0)
        table.forEach { _ in Issue.record("an entry is left") }
        #expect(table.note(0, at: 0, window: 0) == true)
    }
}
