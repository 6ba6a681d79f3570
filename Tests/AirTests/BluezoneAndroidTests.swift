import Testing

@testable import Air

@Suite struct BluezoneAndroidTests {
    /// The bursts of one phone in two hours: reports with the same address.
    private static func bursts(seed: UInt64) -> [[AirReport]] {
        AirTests.bursts(
            listen(to: stay(of: .bluezoneAndroid, seconds: 7200), seed: seed).reports
        )
    }

    @Test("the phone is on for half of the time, in bursts of 15 s", arguments: [1, 2, 3])
    func duty(seed: UInt64) throws {
        let bursts = Self.bursts(seed: seed).dropFirst().dropLast()
        let lengths = try bursts.map { burst in
            let first = try #require(burst.first)
            let last = try #require(burst.last)
            return Double(last.time - first.time) / 1e6
        }
        #expect(lengths.allSatisfy { $0 > 14.7 && $0 < 15 })
        // The two ends of a burst are half an interval from its first and last advert.
        let on = lengths.reduce(0) { $0 + $1 + 0.105 } / 7200
        #expect(abs(on - 0.5) < 0.01)
    }

    @Test("while on it advertises about 9.5 times a second", arguments: [1, 2, 3])
    func rate(seed: UInt64) {
        let bursts = Self.bursts(seed: seed).dropFirst().dropLast()
        let adverts = bursts.reduce(0) { $0 + $1.count }
        #expect(abs(Double(adverts) / Double(bursts.count) / 15 - 9.52) < 0.1)
        for burst in bursts {
            let gaps = zip(burst, burst.dropFirst()).map { $1.time - $0.time }
            #expect(gaps.allSatisfy { (100_000...110_000).contains($0) })
        }
    }

    @Test("cycles drift a little beyond 30 s")
    func drift() throws {
        let bursts = Self.bursts(seed: 4)
        let first = try #require(bursts.dropFirst().first?.first)
        let last = try #require(bursts.last?.first)
        let cycle = Double(last.time - first.time) / Double(bursts.count - 2) / 1e6
        #expect(cycle > 29.99 && cycle < 30.2)
    }

    @Test("every burst has one address, one id and no other burst's address")
    func addresses() {
        let bursts = Self.bursts(seed: 5)
        #expect(bursts.count > 230)
        #expect(Set(bursts.map { $0[0].packet.address.octets }).count == bursts.count)
        for burst in bursts { #expect(Set(burst.map(\.packet.data)).count == 1) }
    }

    @Test("the id changes once a quarter, only at a burst after the boundary", arguments: 1...8)
    func rotation(seed: UInt64) throws {
        var quarters: [[UInt8]: Int64] = [:]
        var changes = 0
        var previous: (data: [UInt8], quarter: Int64)?
        for burst in Self.bursts(seed: seed).dropFirst() {
            // The burst began at most one interval and one alarm before its first advert.
            let began = burst[0].time - 110_000
            let quarter = burst[0].time / Microseconds.quarter
            guard began / Microseconds.quarter == quarter else { continue }
            let data = burst[0].packet.data
            #expect(quarters[data, default: quarter] == quarter)
            quarters[data] = quarter
            if let previous, previous.data != data {
                changes += 1
                #expect(previous.quarter < quarter)
            }
            previous = (data, quarter)
        }
        // 00:15 to 02:15 is eight quarters; the first burst, left out, may be of one before.
        #expect((8...9).contains(quarters.count))
        #expect(changes == quarters.count - 1)
    }

    @Test("a burst that straddles the boundary keeps its old id to its end")
    func straddling() {
        let boundary = 1_597_278_600 * Microseconds.second
        let straddling = (UInt64(1)...12).flatMap(Self.bursts).filter { burst in
            burst[0].time < boundary && (burst.last?.time ?? 0) > boundary
        }
        #expect(!straddling.isEmpty)
        for burst in straddling { #expect(Set(burst.map(\.packet.data)).count == 1) }
    }

    @Test("all flag variants occur, and phones never share an id")
    func variants() {
        var flags: Set<UInt8?> = []
        var ids: Set<[UInt8]> = []
        for seed in UInt64(0)..<200 {
            var dice = Xoshiro(seed: seed)
            let phone = BluezoneAndroid(dice: &dice)
            flags.insert(phone.flags)
            ids.insert(phone.id(at: Scene.bus.span.lowerBound))
        }
        #expect(flags == [0x02, 0x06, 0x1A, 0x1E, nil])
        #expect(ids.count == 200)
    }
}
