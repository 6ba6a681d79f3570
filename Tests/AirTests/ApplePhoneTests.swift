import Testing

@testable import Air

@Suite struct ApplePhoneTests {
    private static func reports(seed: UInt64) -> (Speaker, [AirReport]) {
        listen(to: stay(of: .bluezoneiPhone, seconds: 7200), seed: seed)
    }

    @Test("in the background the overflow area is in the advert or behind it", arguments: 1...12)
    func layouts(seed: UInt64) {
        let (speaker, reports) = Self.reports(seed: seed)
        guard case .iPhone(let phone) = speaker else {
            Issue.record("not an iPhone")
            return
        }
        let overflow = Advert.overflow(bits: [3])
        let carriers = reports.filter { $0.packet.data.suffix(21) == overflow[...] }
        let pdu: Packet.PDU
        if case .overflow = phone.background { pdu = .connectable } else { pdu = .scanResponse }
        #expect(carriers.count > 10_000)
        #expect(carriers.allSatisfy { $0.packet.pdu == pdu })
        #expect(reports.allSatisfy { $0.packet.data.count <= 31 })
    }

    @Test("now and then the app is open and its service is in the advert")
    func foreground() {
        let (_, reports) = Self.reports(seed: 3)
        let adverts = [Advert.bluezoneOpenWithName, Advert.bluezoneOpenWithPower]
        let open = reports.filter { adverts.contains($0.packet.data) }.count
        let share = Double(open) / Double(reports.count)
        #expect(share > 0.005 && share < 0.3)
    }

    @Test("the address changes about every 15 minutes, at another moment on each phone")
    func rotation() {
        var offsets: Set<Int64> = []
        for seed in UInt64(1)...6 {
            let (_, reports) = Self.reports(seed: seed)
            let changes = zip(reports, reports.dropFirst())
                .filter { $0.packet.address != $1.packet.address }
                .map(\.1.time)
            let gaps = zip(changes, changes.dropFirst()).map { ($1 - $0) / Microseconds.second }
            #expect((7...9).contains(changes.count))
            #expect(gaps.allSatisfy { (875...925).contains($0) })
            offsets.formUnion(changes.prefix(1).map { $0 / Microseconds.second })
        }
        #expect(offsets.count == 6)
    }

    @Test("an iPhone without Bluezone never sets its bit or its service")
    func without() {
        var backgrounds = 0
        for seed in UInt64(1)...60 {
            let (_, reports) = listen(to: stay(of: .iPhone, seconds: 120), seed: seed)
            #expect(!reports.isEmpty)
            let nearby = octets("02011a020a0c0bff4c001006")
            for packet in reports.map(\.packet) where packet.pdu == .connectable {
                #expect(packet.data.prefix(12) == nearby[...])
            }
            let answers = reports.map(\.packet).filter { $0.pdu == .scanResponse }
            #expect(answers.allSatisfy { $0.data[5] & 0x08 == 0 })
            backgrounds += answers.isEmpty ? 0 : 1
        }
        #expect((1...25).contains(backgrounds))
    }
}
