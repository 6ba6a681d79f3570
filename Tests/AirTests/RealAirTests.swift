import Testing

@testable import Air

/// The bus beside a real capture of a shopping trip, of which only a summary is kept.
///
/// That capture: 912 s, 9265 reports (10 a second on average, 194 in the busiest second), 127
/// addresses, AD types 01 02 03 06 07 08 09 0A 16 19 FF. It held no Bluezone phone, and its receiver
/// scanned a part of the time; so the bus is compared without those and heard as thinly.
@Suite struct RealAirTests {
    private static func reports(reception: Double) -> [AirReport] {
        Scene.bus.changed(minutes: 15, reception: reception).heard(seed: 852)
    }

    /// AD types of an advert.
    private static func types(_ data: [UInt8]) -> [UInt8] {
        var types: [UInt8] = []
        var at = 0
        while at + 1 < data.count, data[at] > 0 {
            types.append(data[at + 1])
            at += Int(data[at]) + 1
        }
        return types
    }

    private static func rates(_ reports: [AirReport]) -> (mean: Double, peak: Int) {
        let seconds = Dictionary(grouping: reports) { $0.time / Microseconds.second }
        return (Double(reports.count) / 900, seconds.values.map(\.count).max() ?? 0)
    }

    @Test("others than Bluezone's Android phones send at rates a real radio has met")
    func others() {
        let others = Self.reports(reception: 0.8).filter { $0.androidId == nil }
        let (mean, peak) = Self.rates(others)
        #expect((10...150).contains(mean))
        #expect((Int(mean)...194).contains(peak))
        let addresses = Set(others.map(\.packet.address.octets))
        #expect((50...250).contains(addresses.count))
    }

    @Test("heard all the time the bus stays below what one adapter can pass on")
    func whole() {
        let (mean, peak) = Self.rates(Self.reports(reception: 0.8))
        #expect((50...333).contains(mean))
        #expect(peak < 489)
    }

    @Test("its AD types are among the real ones, and the commonest are there")
    func types() {
        let real: Set<UInt8> = [
            0x01, 0x02, 0x03, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x16, 0x19, 0xFF,
        ]
        let types = Set(Self.reports(reception: 0.8).flatMap { Self.types($0.packet.data) })
        #expect(types.isSubset(of: real))
        #expect(types.isSuperset(of: [0x01, 0x03, 0x07, 0x09, 0x0A, 0x16, 0xFF]))
    }

    @Test("levels are those of a vehicle: strong ones and weak ones, none impossible")
    func levels() {
        let levels = Self.reports(reception: 0.8).map { Int($0.rssi) }
        #expect((levels.max() ?? 0) < -35)
        #expect((levels.min() ?? 0) >= -100)
        #expect(Set(levels).count > 30)
    }
}
