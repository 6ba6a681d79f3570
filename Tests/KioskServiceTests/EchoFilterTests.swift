import Fleet
import SystemIO
import Testing

@testable import KioskService

@Suite struct EchoFilterTests {
    private func filter() -> EchoFilter {
        EchoFilter { DigestKey(KernelRandom.word(), KernelRandom.word()) }
    }

    private func isNew(
        _ filter: inout EchoFilter,
        _ sender: UInt64,
        at milliseconds: Int64,
        adapter: Int
    ) -> Bool {
        filter.isNew(
            Sighting(kind: .bluezoneAndroid, trace: Trace(low: sender, high: 1), rssi: -60),
            at: Instant(microseconds: 1_600_000_000_000_000 + milliseconds * 1000),
            adapter: adapter
        )
    }

    @Test("what another adapter heard of the same sender within 30 ms is an echo, and nothing else")
    func echoes() {
        var filter = filter()
        let cases: [(sender: UInt64, at: Int64, adapter: Int, isNew: Bool)] = [
            (1, 0, 0, true), (1, 5, 1, false), (1, 10, 0, true), (2, 12, 1, true), (1, 41, 1, true),
            (1, 60, 0, false), (1, 100, 0, true), (2, 100, 0, true),
        ]
        for (sender, time, adapter, expected) in cases {
            let found = isNew(&filter, sender, at: time, adapter: adapter)
            #expect(found == expected, "\(sender) at \(time)")
        }
    }

    @Test("adapters bring what they hear in batches, and an echo is one all the same")
    func batches() {
        var filter = filter()
        let times = Array(stride(from: Int64(0), to: 50, by: 1))
        let first = times.filter { isNew(&filter, UInt64($0), at: $0, adapter: 0) }
        #expect(first == times)
        let echoes = times.filter { !isNew(&filter, UInt64($0), at: $0 + 3, adapter: 1) }
        #expect(echoes == times)
        // The same sender's next advert, a tenth of a second later, in a batch that is early.
        #expect(isNew(&filter, 1, at: 140, adapter: 1))
        #expect(isNew(&filter, 1, at: 101, adapter: 0))
    }

    @Test("busy air, a wiped filter and a new key lose nothing")
    func room() {
        var filter = filter()
        for step in 0..<5000 {
            let sender = UInt64(step)
            let (first, second) = (
                isNew(&filter, sender, at: Int64(step), adapter: 0),
                isNew(&filter, sender, at: Int64(step) + 1, adapter: 1)
            )
            #expect(first && !second)
        }
        filter.wipe()
        let after = [
            isNew(&filter, 4999, at: 5001, adapter: 1),
            isNew(&filter, 4999, at: 2_000_000, adapter: 0),
            isNew(&filter, 4999, at: 2_000_001, adapter: 1),
        ]
        #expect(after == [true, true, false])
    }
}
