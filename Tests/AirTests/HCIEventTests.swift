import Testing

@testable import Air

@Suite struct HCIEventTests {
    private static func report(_ pdu: Packet.PDU, data: [UInt8], rssi: Int8 = -61) -> AirReport {
        var dice = Xoshiro(seed: 1)
        let packet = Packet(pdu: pdu, address: DeviceAddress(.resolvable, dice: &dice), data: data)
        return AirReport(time: 0, rssi: rssi, packet: packet)
    }

    @Test("legacy reports follow one another whole")
    func consecutive() throws {
        let first = Self.report(.connectable, data: [0x02, 0x01, 0x06])
        let second = Self.report(.scanResponse, data: [], rssi: -100)
        let address = first.packet.address.octets
        let event = try #require(HCIEvent.advertisingReports([first, second]))
        #expect(
            event == [0x3E, 25, 0x02, 2]
                + [0x00, 0x01] + address + [3, 0x02, 0x01, 0x06, 0xC3]
                + [0x04, 0x01] + address + [0, 0x9C]
        )
    }

    @Test("a legacy event cannot carry an extended advert")
    func legacyLeavesOutExtended() {
        #expect(HCIEvent.advertisingReports([Self.report(.extended, data: [1])]) == nil)
    }

    @Test(
        "an extended report names the legacy PDU it came from",
        arguments: [
            (Packet.PDU.connectable, UInt8(0x13)), (.nonConnectable, 0x10), (.scanResponse, 0x1B),
        ]
    )
    func extendedLegacy(pdu: Packet.PDU, type: UInt8) {
        let report = Self.report(pdu, data: [0x01, 0x09])
        let expected =
            [0x3E, 28, 0x0D, 1, type, 0, 0x01] + report.packet.address.octets
            + [0x01, 0x00, 0xFF, 0x7F, 0xC3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x01, 0x09]
        #expect(HCIEvent.extendedReports([report]) == expected)
    }

    @Test(
        "a long advert is cut into fragments, all but the last marked",
        arguments: [(0, [0]), (229, [229]), (230, [229, 1]), (500, [229, 229, 42])]
    )
    func fragments(count: Int, sizes: [Int]) {
        let data = (0..<count).map { UInt8($0 % 251) }
        let events = HCIEvent.fragments(of: Self.report(.extended, data: data))
        #expect(events.map { $0.count - 28 } == sizes)
        #expect(events.map { Int($0[27]) } == sizes)
        #expect(events.map { Int($0[1]) + 2 } == events.map(\.count))
        #expect(events.map { $0[4] } == sizes.dropLast().map { _ in 0x20 } + [0x00])
        #expect(events.flatMap { $0.dropFirst(28) } == data)
    }
}
