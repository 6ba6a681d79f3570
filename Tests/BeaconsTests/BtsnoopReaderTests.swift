import Fleet
import Testing

@testable import Beacons

@Suite struct BtsnoopReaderTests {
    private static let packet = CaptureReaderTests.packet

    @Test("events are found behind each datalink, other packets are passed over")
    func datalinks() {
        let record = { Captures.btsnoopRecord($0, flags: $1) }
        let bare = Captures.btsnoop(
            link: 1001,
            [
                record([1, 2, 3], 2), record(Self.packet, 3), record([9, 9], 1), record([8], 0),
            ]
        )
        let uart = Captures.btsnoop(
            link: 1002,
            [
                record([0x01, 0x03, 0x0c, 0], 2), record([0x04] + Self.packet, 3), record([], 3),
                record([0x02, 0, 0], 1),
            ]
        )
        let monitor = Captures.btsnoop(
            link: 2001,
            [
                record(Self.packet, 0x0001_0003), record([1], 2), record([1], 0x0000_0103),
                record([7], 0xffff),
            ]
        )
        for file in [bare, uart, monitor] {
            let read = Captures.read(file)
            #expect(read.packets == [Self.packet])
            #expect(read.times == [Captures.noon])
            #expect(read.fault == nil)
        }
    }

    @Test("another version or datalink is refused at once")
    func refusals() {
        let version = Captures.btsnoopHeader(link: 1002, version: 2)
        #expect(Captures.read(version).fault == .unsupportedVersion(2))
        for link: UInt32 in [0, 1, 1000, 1003, 1004, 2002, .max] {
            let file = Captures.btsnoopHeader(link: link)
            #expect(Captures.read(file).fault == .unknownDatalink(link))
        }
    }

    @Test("absurd lengths and times stop the reading after what was whole")
    func absurd() {
        let good = Captures.btsnoopRecord([0x04] + Self.packet)
        let bad = [
            Captures.btsnoopRecord([4], original: .max, included: .max),
            Captures.btsnoopRecord([4], original: 0, included: .max),
            Captures.btsnoopRecord([4], original: 1, included: 2),
            Captures.btsnoopRecord([4], stamp: .min), Captures.btsnoopRecord([4], stamp: .max),
            Captures.btsnoopRecord([4], stamp: 0), Captures.btsnoopRecord([4], stamp: -1),
            Captures.btsnoopRecord([4], stamp: Captures.epoch - 1),
        ]
        for record in bad {
            let read = Captures.read(Captures.btsnoop(link: 1002, [good, record, good]))
            #expect(read.packets == [Self.packet])
            #expect(read.fault?.isPartial == true)
            #expect(read.fault?.description.contains("after 1 whole records") == true)
        }
    }

    @Test("the first and the last plausible moment are read")
    func bounds() {
        let last: Int64 = 7_258_118_400_000_000
        let records = [Int64(0), last].map {
            Captures.btsnoopRecord([0x04] + Self.packet, stamp: Captures.epoch + $0)
        }
        #expect(Captures.read(Captures.btsnoop(link: 1002, records)).times == [0, last])
    }
}
