import Fleet
import Testing

@testable import Beacons

@Suite struct CaptureReaderTests {
    static let packet = event(subevent: 0x02, [legacyReport(androidData)])

    static let small: [[UInt8]] = [
        Captures.btsnoop(
            link: 1002,
            (0..<3).map {
                Captures.btsnoopRecord([0x04] + packet, stamp: Captures.epoch + Captures.noon + $0)
            }
        ),
        Captures.section(big: false) + Captures.interface(link: 187, big: false)
            + Captures.packet([0x04] + packet, ticks: UInt64(Captures.noon), big: false)
            + Captures.packet([0x04] + packet, ticks: UInt64(Captures.noon) + 1, big: false),
        Captures.section(big: true) + Captures.interface(link: 254, resolution: 9, big: true)
            + Captures.packet(
                [0, 0, 0, 3] + packet,
                ticks: UInt64(Captures.noon) * 1000,
                big: true
            ) + Captures.packet([0, 0, 0, 2], ticks: 0, big: true),
    ]

    @Test("an empty file and a file of something else are named")
    func foreign() {
        #expect(Captures.read([]).fault == .empty)
        #expect(Captures.read(Array("hello, world, this is text".utf8)).fault == .notACapture)
        #expect(
            Captures.read([0xd4, 0xc3, 0xb2, 0xa1] + [UInt8](repeating: 0, count: 40)).fault
                == .notACapture
        )
        #expect(Captures.read([0x62]).fault == .cut(offset: 1, records: 0))
        #expect(Captures.read([0x63]).fault == .notACapture)
    }

    @Test("cut anywhere, a capture gives its whole records and says so", arguments: small)
    func prefixes(file: [UInt8]) {
        let whole = Captures.read(file)
        #expect(whole.fault == nil)
        #expect(!whole.packets.isEmpty)
        var clean = 0
        for count in 1..<file.count {
            let read = Captures.read(Array(file.prefix(count)))
            #expect(read.packets == Array(whole.packets.prefix(read.packets.count)))
            switch read.fault {
            case nil: clean += 1
            case .cut(let offset, let records):
                #expect(offset <= count)
                #expect(records >= read.packets.count)
            case let other: Issue.record("cut at \(count): \(String(describing: other))")
            }
        }
        // The boundaries: after the header and after each record or block but the last.
        #expect(clean == 3)
    }

    @Test("10,000 damaged captures give events or a fault, never a trap", arguments: small.indices)
    func mutations(index: Int) {
        var dice = Dice(state: UInt64(index) + 852)
        var faults = 0
        for _ in 0..<3_400 {
            var file = Self.small[index]
            for _ in 0..<Int.random(in: 1...6, using: &dice) {
                let place = Int.random(in: 0..<file.count, using: &dice)
                file[place] =
                    Bool.random(using: &dice)
                    ? file[place] ^ 1 << UInt8.random(in: 0...7, using: &dice)
                    : [0, 0x7f, 0x80, 0xff].randomElement(using: &dice) ?? 0
            }
            let read = Captures.read(file)
            faults += read.fault == nil ? 0 : 1
            #expect(read.packets.count <= 3)
            #expect(read.times.allSatisfy { Instant.plausible.contains(Instant(microseconds: $0)) })
            var listener = AdvertListener()
            for packet in read.packets { _ = listener.heard(packet) }
        }
        #expect(faults > 100)
    }

    @Test("every fault names what is wrong, and those inside a file where")
    func descriptions() {
        #expect(CaptureError.unknownDatalink(1).description.contains("datalink 1 "))
        #expect(CaptureError.unsupportedVersion(2).description.contains("version 2 "))
        #expect(CaptureError.cut(offset: 5, records: 0).description.contains("byte 5"))
        #expect(CaptureError.cut(offset: 5, records: 0).isPartial)
        #expect(CaptureError.damaged(offset: 1, records: 0, reason: "x").isPartial)
        #expect(!CaptureError.empty.isPartial)
        #expect(!CaptureError.notACapture.isPartial)
    }
}
