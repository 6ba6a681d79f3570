import Fleet
import Testing

@testable import Beacons

@Suite struct PcapngReaderTests {
    private static let packet = CaptureReaderTests.packet

    private static func file(
        link: UInt16 = 187,
        resolution: UInt8? = nil,
        offset: Int64? = nil,
        ticks: UInt64 = UInt64(Captures.noon),
        _ packet: [UInt8] = [0x04] + packet,
        big: Bool = false
    ) -> [UInt8] {
        Captures.section(big: big)
            + Captures.interface(link: link, resolution: resolution, offset: offset, big: big)
            + Captures.packet(packet, ticks: ticks, big: big)
    }

    @Test("events are found behind each link type, in both byte orders", arguments: [false, true])
    func linkTypes(big: Bool) {
        let layouts: [(UInt16, [UInt8])] = [
            (187, [0x04]), (201, [0, 0, 0, 1, 0x04]), (254, [0, 1, 0, 3]),
        ]
        for (link, front) in layouts {
            let read = Captures.read(Self.file(link: link, front + Self.packet, big: big))
            #expect(read == Captures.Read(times: [Captures.noon], packets: [Self.packet]))
        }
        let others: [(UInt16, [UInt8])] = [
            (187, [0x02]), (201, [0, 0, 0, 1, 0x02]), (254, [0, 1, 0, 2]), (254, [0]), (187, []),
        ]
        for (link, packet) in others {
            let read = Captures.read(Self.file(link: link, packet, big: big))
            #expect(read == Captures.Read())
        }
        let unknown = Captures.read(Self.file(link: 1, big: big))
        #expect(unknown.fault == .unknownDatalink(1))
    }

    @Test(
        "the clock's resolution is honoured",
        arguments: [
            (6, 1_597_305_600_123_456, 123_456), (9, 1_597_305_600_123_456_789, 123_456),
            (3, 1_597_305_600_123, 123_000), (0, 1_597_305_600, 0),
            (0x80, 1_597_305_600, 0), (0x8a, 1_597_305_600 << 10 | 512, 500_000),
            (0x9e, 1_597_305_600 << 30 | 1 << 29, 500_000),
        ] as [(UInt8, UInt64, Int64)]
    )
    func resolution(resolution: UInt8, ticks: UInt64, fraction: Int64) {
        for big in [false, true] {
            let read = Captures.read(Self.file(resolution: resolution, ticks: ticks, big: big))
            #expect(read.times == [Captures.noon + fraction])
        }
    }

    @Test("the offset of an interface's clock is added")
    func offset() {
        let ahead = Captures.read(Self.file(offset: 1_597_305_000, ticks: 600_000_000))
        #expect(ahead.times == [Captures.noon])
        let back = Captures.read(
            Self.file(offset: -600, ticks: UInt64(Captures.noon) + 600_000_000)
        )
        #expect(back.times == [Captures.noon])
        for absurd in [Int64.min, .max, -1_597_305_601] {
            let read = Captures.read(Self.file(offset: absurd))
            #expect(read.packets.isEmpty)
            #expect(read.fault?.description.contains("time stamp") == true)
        }
    }

    @Test(
        "resolutions and times nobody has are faults",
        arguments: [13, 0x7f, 0xa9, 0xff] as [UInt8]
    )
    func absurdResolution(resolution: UInt8) {
        let read = Captures.read(Self.file(resolution: resolution))
        #expect(read.fault?.description.contains("resolution") == true)
    }

    @Test(
        "a time stamp after 2200 is a fault",
        arguments: [UInt64.max, 1 << 63, 7_258_118_400_000_001]
    )
    func absurdTime(ticks: UInt64) {
        #expect(
            Captures.read(Self.file(ticks: ticks)).fault?.description.contains("time stamp") == true
        )
    }

    @Test("damaged blocks stop the reading after what was whole")
    func damage() {
        let good = Self.file()
        var lengths = Captures.packet([4], ticks: 0, big: false)
        lengths[lengths.count - 4] ^= 4
        let bad: [[UInt8]] = [
            number(UInt32(6), big: false) + number(UInt32.max, big: false) + [0, 0, 0, 0],
            number(UInt32(6), big: false) + number(UInt32(0), big: false) + [0, 0, 0, 0],
            number(UInt32(6), big: false) + number(UInt32(8), big: false) + [0, 0, 0, 0],
            lengths, Captures.block(6, [], big: false), Captures.block(1, [], big: false),
            Captures.packet([4], ticks: 0, interface: 1, big: false),
            Captures.packet([4], ticks: 0, interface: .max, big: false),
            Captures.packet([4], ticks: 0, claiming: .max, big: false),
            Captures.packet([4], ticks: 0, claiming: 9, big: false),
            Captures.block(0x0a0d_0d0a, [1, 2, 3, 4], big: false),
        ]
        for block in bad {
            let read = Captures.read(good + block + good)
            #expect(read.packets == [Self.packet])
            #expect(read.fault != nil)
        }
        #expect(
            Captures.read(Captures.section(big: true, major: 2)).fault == .unsupportedVersion(2)
        )
    }

    @Test("packets without a time are a fault, not silently lost", arguments: [2, 3] as [UInt32])
    func timeless(type: UInt32) {
        let body = number(UInt32(1), big: false) + [0x04, 0, 0, 0]
        let read = Captures.read(Self.file() + Captures.block(type, body, big: false))
        #expect(read.packets.count == 1)
        #expect(read.fault?.description.contains("editcap") == true)
    }

    @Test("other blocks are passed over, a new section forgets the interfaces before")
    func sections() {
        let other = Captures.block(5, [UInt8](repeating: 1, count: 21), big: false)
        let twice = Captures.read(Self.file() + other + Self.file(big: true))
        #expect(twice.packets.count == 2)
        #expect(twice.fault == nil)
        let orphan = Captures.packet([0x04], ticks: 0, big: true)
        let forgotten = Captures.read(Self.file() + Captures.section(big: true) + orphan)
        #expect(forgotten.fault?.description.contains("never described") == true)
    }
}
