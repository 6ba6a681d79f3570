import Fleet
import Testing

@testable import Beacons

@Suite struct AdvertListenerTests {
    private static func address(_ sender: UInt8) -> UInt64 {
        trace([sender, 0, 0, 0, 0, 0x40], high: 1 | 1 << 63).digest(under: testKey)
    }

    private static let id = trace(androidID).digest(under: testKey)

    @Test("each of several reports in an event is heard, with its level")
    func several() {
        var listener = AdvertListener()
        let nearby: [UInt8] = [0x04, 0xff, 0x4c, 0x00, 0x10]
        let phone: [UInt8] = [0x07, 0xff, 0x4c, 0x00, 0x10, 0x02, 0x01, 0x02]
        let heard = listener.heard(
            event(
                subevent: 0x02,
                [
                    legacyReport(androidData, sender: 1, rssi: -60),
                    legacyReport([], sender: 2, rssi: 127),
                    legacyReport(phone, sender: 3, rssi: -128),
                    legacyReport(nearby, sender: 4),
                ]
            )
        )
        #expect(heard.map(\.kind) == [.bluezoneAndroid, .other, .otherPhone, .other])
        #expect(heard.map(\.rssi) == [-60, 127, -128, -60])
        #expect(heard.first?.digest == Self.id)
        #expect(heard.dropFirst().first?.digest == Self.address(2))
        #expect(listener.reports == 4)
        #expect(listener.damagedEvents == 0)
    }

    @Test("an event without reports is no damage, one that claims more than it holds is")
    func claims() {
        var listener = AdvertListener()
        #expect(listener.heard(event(subevent: 0x02, [])).isEmpty)
        #expect(listener.heard(event(subevent: 0x0d, [])).isEmpty)
        #expect(listener.damagedEvents == 0)
        let greedy = listener.heard(
            event(subevent: 0x02, claiming: 3, [legacyReport(androidData)])
        )
        #expect(greedy.map(\.kind) == [.bluezoneAndroid])
        #expect(listener.damagedEvents == 1)
        #expect(listener.heard(event(subevent: 0x0d, claiming: 255, [])).isEmpty)
        #expect(listener.damagedEvents == 2)
    }

    @Test("other events are not looked at")
    func otherEvents() {
        var listener = AdvertListener()
        #expect(listener.heard([0x0e, 0x04, 0x01, 0x0c, 0x20, 0x00]).isEmpty)
        #expect(listener.heard([0x3e, 0x01, 0x01]).isEmpty)
        #expect(listener.heard([0x3e, 0x00]).isEmpty)
        #expect(listener.damagedEvents == 0)
        #expect(listener.reports == 0)
    }

    @Test(
        "an event cut at any octet is damaged and gives only whole reports",
        arguments: [0x02, 0x0d]
    )
    func cuts(subevent: UInt8) {
        let report = subevent == 0x02 ? legacyReport(androidData) : extendedReport(androidData)
        let whole = event(subevent: subevent, [report, report])
        for count in 0..<whole.count {
            var outer = AdvertListener()
            #expect(outer.heard(Array(whole.prefix(count))).isEmpty)
            #expect(outer.damagedEvents == 1)
            guard count > 2 else { continue }
            var inner = AdvertListener()
            var event = Array(whole.prefix(count))
            event[1] = UInt8(count - 2)
            let heard = inner.heard(event)
            #expect(heard.count == max(count - 4, 0) / report.count)
            #expect(heard.allSatisfy { $0.kind == .bluezoneAndroid && $0.digest == Self.id })
            #expect(inner.damagedEvents == 1)
        }
    }

    @Test("random octets never trap and never count as a phone with Bluezone")
    func noise() {
        var dice = Dice(state: 852)
        var listener = AdvertListener()
        for _ in 0..<20_000 {
            var event: [UInt8] = (0..<Int.random(in: 0...80, using: &dice)).map { _ in
                UInt8.random(in: 0...255, using: &dice)
            }
            if event.count > 4, Bool.random(using: &dice) {
                event[0...2] = [
                    0x3e, UInt8(event.count - 2), [0x02, 0x0d].randomElement(using: &dice) ?? 2,
                ]
            }
            let heard = listener.heard(event)
            #expect(heard.allSatisfy { $0.kind != .bluezoneAndroid && !$0.kind.isBluezoneIOS })
        }
    }

    @Test("no way of printing a listener shows what it holds")
    func secrecy() {
        var listener = AdvertListener()
        let part = extendedReport(Array(androidData.prefix(12)), sender: 0xc7, status: 1)
        #expect(listener.heard(extended: part)?.kind == .other)
        var dumped = ""
        dump(listener, to: &dumped)
        for text in ["\(listener)", String(reflecting: listener), dumped] {
            #expect(!text.contains("199"))
            #expect(!text.contains("100, 244"))
            #expect(!text.contains("value"))
            #expect(!text.contains("bytes"))
        }
    }
}
