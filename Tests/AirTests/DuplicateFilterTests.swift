import Testing

@testable import Air

@Suite struct DuplicateFilterTests {
    private static func addresses(_ count: Int) -> [DeviceAddress] {
        var dice = Xoshiro(seed: 2)
        return (0..<count).map { _ in DeviceAddress(.resolvable, dice: &dice) }
    }

    private static func report(
        _ address: DeviceAddress,
        at seconds: Double,
        pdu: Packet.PDU = .connectable,
        data: [UInt8] = []
    ) -> AirReport {
        let packet = Packet(pdu: pdu, address: address, data: data)
        return AirReport(time: Int64(seconds * 1e6), rssi: -60, packet: packet)
    }

    @Test("an address is reported once in a scan period, whatever it says")
    func once() {
        let address = Self.addresses(1)[0]
        var filter = DuplicateFilter(.init(period: 10, memory: 4))
        let passed = [0, 1, 9.9, 10, 19, 25].map { second in
            filter.passes(Self.report(address, at: second, data: [UInt8(second)]))
        }
        #expect(passed == [true, false, false, true, false, true])
    }

    @Test("a scan response is another thing than an advert")
    func responses() {
        let address = Self.addresses(1)[0]
        var filter = DuplicateFilter(.init())
        let passed = [
            filter.passes(Self.report(address, at: 0)),
            filter.passes(Self.report(address, at: 0, pdu: .scanResponse)),
            filter.passes(Self.report(address, at: 1, pdu: .scanResponse)),
        ]
        #expect(passed == [true, true, false])
    }

    @Test("when the memory is full the oldest address is forgotten")
    func memory() {
        let addresses = Self.addresses(3)
        var filter = DuplicateFilter(.init(period: 10, memory: 2))
        let order = [0, 1, 2, 1, 0, 2]
        let passed = order.map { filter.passes(Self.report(addresses[$0], at: 1)) }
        #expect(passed == [true, true, true, false, true, false])
    }

    @Test("through such a filter the bus gives an address once in 10 s, unless it was forgotten")
    func scene() throws {
        let bare = Scene.bus.changed(minutes: 10)
        let scene = Scene.duplicates.changed(minutes: 10)
        let all = bare.heard(seed: 4)
        let passed = scene.heard(seed: 4)
        // Some 40 senders are more than the filter remembers: it leaks, and yet takes most away.
        #expect(passed.count < all.count * 9 / 10)
        var roomy = scene
        roomy.ear.duplicates = DuplicateFilter.Setting(period: 10, memory: 10_000)
        let few = roomy.heard(seed: 4)
        #expect(few.count < passed.count / 2)
        let groups = Dictionary(grouping: few) { report in
            report.packet.address.octets + [report.packet.pdu == .scanResponse ? 1 : 0]
                + "\(report.time / 10_000_000)".utf8
        }
        #expect(groups.values.allSatisfy { $0.count == 1 })
        // No id that was heard at all is lost by it.
        #expect(Set(few.compactMap(\.androidId)) == Set(passed.compactMap(\.androidId)))
    }
}
