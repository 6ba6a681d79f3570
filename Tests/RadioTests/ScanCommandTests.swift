import Testing

@testable import Radio

@Suite struct ScanCommandTests {
    @Test("a legacy scan is passive, without pause and without a duplicate filter")
    func legacy() {
        let commands = ScanCommand.start(isExtended: false)
        #expect(commands.map(\.opcode) == [0x200b, 0x200c])
        #expect(commands.map(\.parameters) == [[0, 0x60, 0, 0x60, 0, 0, 0], [1, 0]])
        #expect(ScanCommand.stop(isExtended: false).opcode == 0x200c)
        #expect(ScanCommand.stop(isExtended: false).parameters == [0, 0])
    }

    @Test("an extended scan is passive on 1M, without pause and without a duplicate filter")
    func extended() {
        let commands = ScanCommand.start(isExtended: true)
        #expect(commands.map(\.opcode) == [0x2041, 0x2042])
        #expect(commands[0].parameters == [0, 0, 1, 0, 0x60, 0, 0x60, 0])
        #expect(commands[1].parameters == [1, 0, 0, 0, 0, 0])
        #expect(ScanCommand.stop(isExtended: true).opcode == 0x2042)
        #expect(ScanCommand.stop(isExtended: true).parameters == [0, 0, 0, 0, 0, 0])
    }

    @Test("feature bit 12 decides which commands are used")
    func features() {
        #expect(ScanCommand.readFeatures.opcode == 0x2003)
        #expect(ScanCommand.isExtended(features: [0, 0x10, 0, 0, 0, 0, 0, 0]))
        #expect(!ScanCommand.isExtended(features: [0xff, 0xef, 0xff, 0, 0, 0, 0, 0]))
        #expect(!ScanCommand.isExtended(features: [0x10]))
    }
}
