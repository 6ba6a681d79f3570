import Foundation
import Testing

@testable import Air

@Suite struct AirLoadTests {
    /// A second in which a number of packets was sent at a level.
    private static func load(
        _ packets: Int,
        level: Double = -60,
        octets: Int = 31,
        margin: Double? = nil
    ) -> AirLoad {
        var load = AirLoad(Collisions(captureMargin: margin))
        for _ in 0..<packets { load.add(octets: octets, level: level) }
        load.turn()
        return load
    }

    @Test(
        "a packet is on air as long as its octets at 1 Mbit/s",
        arguments: [(0, 128.0), (17, 264), (23, 312), (31, 376)]
    )
    func airtime(octets: Int, microseconds: Double) {
        #expect(abs(AirLoad.airtime(octets: octets) * 1e6 - microseconds) < 1e-9)
    }

    @Test("without capture survival is that of unslotted ALOHA", arguments: [0, 471, 1178, 4714])
    func aloha(packets: Int) {
        let survival = Self.load(packets).survival(octets: 31, level: -60)
        #expect(abs(survival - exp(-2 * 376e-6 * Double(packets))) < 1e-6)
    }

    @Test("no load receives more than the 489 reports a second that ALOHA allows")
    func ceiling() {
        let received = stride(from: 100, through: 10_000, by: 10).map { packets in
            Double(packets) * Self.load(packets).survival(octets: 31, level: -60)
        }
        #expect((485...489.5).contains(received.max() ?? 0))
    }

    @Test("long rivals harm more than short ones, and so do long packets")
    func lengths() {
        let short = Self.load(1000, octets: 10)
        let long = Self.load(1000, octets: 31)
        #expect(
            short.survival(octets: 31, level: -60) > long.survival(octets: 31, level: -60)
        )
        #expect(
            long.survival(octets: 10, level: -60) > long.survival(octets: 31, level: -60)
        )
    }

    @Test("with capture only rivals less than 8 dB weaker do harm")
    func capture() {
        let load = Self.load(3000, level: -70, margin: 8)
        #expect(load.survival(octets: 31, level: -61) == 1)
        #expect(load.survival(octets: 31, level: -63) < 0.2)
        #expect(load.survival(octets: 31, level: -95) < 0.2)
    }

    @Test("a second that was quiet is forgotten, and without collisions nothing is lost")
    func quiet() {
        var load = Self.load(5000)
        load.turn()
        #expect(load.survival(octets: 31, level: -60) == 1)
        var free = AirLoad(nil)
        for _ in 0..<5000 { free.add(octets: 31, level: -60) }
        free.turn()
        #expect(free.survival(octets: 31, level: -60) == 1)
    }

    @Test("levels far outside of what a receiver knows do no harm")
    func extremes() {
        var load = AirLoad(Collisions())
        for level in [40.0, -500] { load.add(octets: 31, level: level) }
        load.turn()
        for level in [40.0, -500] {
            #expect((0.99...1).contains(load.survival(octets: 31, level: level)))
        }
    }
}
