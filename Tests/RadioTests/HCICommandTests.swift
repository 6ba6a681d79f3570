import Testing

@testable import Radio

@Suite struct HCICommandTests {
    @Test(
        "a legacy scan is without pause and without a duplicate filter",
        arguments: [false, true]
    )
    func legacy(isActive: Bool) {
        let commands = HCICommand.startScan(isExtended: false, isActive: isActive)
        #expect(commands.map(\.opcode) == [0x200b, 0x200c])
        let type: UInt8 = isActive ? 1 : 0
        #expect(commands.map(\.parameters) == [[type, 0x60, 0, 0x60, 0, 0, 0], [1, 0]])
        #expect(HCICommand.stopScan(isExtended: false).opcode == 0x200c)
        #expect(HCICommand.stopScan(isExtended: false).parameters == [0, 0])
    }

    @Test(
        "an extended scan is on 1M, without pause and duplicate filter",
        arguments: [false, true]
    )
    func extended(isActive: Bool) {
        let commands = HCICommand.startScan(isExtended: true, isActive: isActive)
        #expect(commands.map(\.opcode) == [0x2041, 0x2042])
        let type: UInt8 = isActive ? 1 : 0
        #expect(commands[0].parameters == [0, 0, 1, type, 0x60, 0, 0x60, 0])
        #expect(commands[1].parameters == [1, 0, 0, 0, 0, 0])
        #expect(HCICommand.stopScan(isExtended: true).opcode == 0x2042)
        #expect(HCICommand.stopScan(isExtended: true).parameters == [0, 0, 0, 0, 0, 0])
    }

    @Test("feature bit 12 decides which commands are used")
    func features() {
        #expect(HCICommand.readFeatures.opcode == 0x2003)
        #expect(HCICommand.isExtended(features: [0, 0x10, 0, 0, 0, 0, 0, 0]))
        #expect(!HCICommand.isExtended(features: [0xff, 0xef, 0xff, 0, 0, 0, 0, 0]))
        #expect(!HCICommand.isExtended(features: [0x10]))
    }
}
