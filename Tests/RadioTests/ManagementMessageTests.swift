import Testing

@testable import Radio

/// Octets after BlueZ's doc/mgmt-api.txt.
@Suite struct ManagementMessageTests {
    @Test(
        "commands have the octets of the interface's description",
        arguments: [
            (.readIndexList, [0x03, 0x00, 0xff, 0xff, 0x00, 0x00]),
            (.readInformation(1), [0x04, 0x00, 0x01, 0x00, 0x00, 0x00]),
            (.setPowered(0, true), [0x05, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01]),
            (.setPowered(258, false), [0x05, 0x00, 0x02, 0x01, 0x01, 0x00, 0x00]),
            (.setLowEnergy(2, true), [0x0d, 0x00, 0x02, 0x00, 0x01, 0x00, 0x01]),
        ] as [(ManagementCommand, [UInt8])]
    )
    func commands(command: ManagementCommand, octets: [UInt8]) {
        #expect(command.octets == octets)
    }

    @Test("a Command Complete and a Command Status give opcode, adapter and status")
    func answers() {
        let complete: [UInt8] = [0x01, 0, 0xff, 0xff, 0x07, 0, 0x03, 0x00, 0x00, 1, 0, 0, 0]
        #expect(
            ManagementEvent(complete)
                == .answer(opcode: 3, index: 0xffff, status: 0, returned: [1, 0, 0, 0])
        )
        let status: [UInt8] = [0x02, 0, 0, 0, 0x03, 0, 0x05, 0x00, 0x14]
        #expect(
            ManagementEvent(status) == .answer(opcode: 5, index: 0, status: 0x14, returned: [])
        )
    }

    @Test("adapters that come, go, and change")
    func events() throws {
        #expect(ManagementEvent([4, 0, 1, 0, 0, 0]) == .indexAdded(1))
        #expect(ManagementEvent([5, 0, 2, 0, 0, 0]) == .indexRemoved(2))
        #expect(ManagementEvent([0x13, 0, 0, 0, 2, 0, 6, 1]) == .discovering(0, isOn: true))
        #expect(ManagementEvent([0x12, 0, 0, 0, 1, 0, 9]) == .other)
        let settings = try #require(ManagementSettings([0x01, 0x02, 0, 0] as [UInt8]))
        #expect(settings.isPowered && settings.isLowEnergy)
        #expect(
            ManagementEvent([6, 0, 0, 0, 4, 0, 0x01, 0x02, 0, 0]) == .newSettings(0, settings)
        )
        let off = try #require(ManagementSettings([0xfe, 0xfd, 0xff, 0xff] as [UInt8]))
        #expect(!off.isPowered && !off.isLowEnergy)
    }

    static let damaged: [[UInt8]] = [
        [], [4, 0, 1, 0, 0], [4, 0, 1, 0, 1, 0], [1, 0, 0, 0, 2, 0, 3, 0],
        [6, 0, 0, 0, 3, 0, 1, 2, 3],
        [0x13, 0, 0, 0, 1, 0, 6],
    ]

    @Test("an event that is shorter than it claims is none", arguments: damaged)
    func short(octets: [UInt8]) {
        #expect(ManagementEvent(octets) == nil)
    }

    @Test("what an adapter says of itself is read")
    func information() throws {
        let octets: [UInt8] =
            [0x06, 0x05, 0x04, 0x03, 0x02, 0xc1, 9, 0xff, 0xff]
            + [0x01, 0x02, 0, 0] + [0x00, 0x02, 0, 0] + [UInt8](repeating: 0, count: 263)
        let information = try #require(ManagementInformation(octets))
        #expect(information.address == "C1:02:03:04:05:06")
        #expect(information.supported.isPowered)
        #expect(!information.current.isPowered)
        #expect(information.current.isLowEnergy)
        #expect(ManagementInformation(Array(octets[..<16])) == nil)
    }

    @Test("the list of adapters is read, and one that is too short is none")
    func indices() {
        #expect(ManagementInformation.indices([2, 0, 0, 0, 1, 0]) == [0, 1])
        #expect(ManagementInformation.indices([0, 0]) == [])
        #expect(ManagementInformation.indices([2, 0, 0, 0, 1]) == nil)
        #expect(ManagementInformation.indices([1]) == nil)
    }
}
