import Screen
import Testing

@Suite struct CECMessageTests {
    @Test("what a kiosk says has the bytes of the CEC tables")
    func bytes() {
        #expect(CECMessage.imageViewOn(from: 4).bytes == [0x40, 0x04])
        #expect(
            CECMessage.activeSource(from: 4, physical: 0x1200).bytes == [0x4f, 0x82, 0x12, 0x00]
        )
        #expect(CECMessage.standby(from: 8).bytes == [0x80, 0x36])
        #expect(CECMessage.givePowerStatus(from: 11).bytes == [0xb0, 0x8f])
    }

    @Test("bytes are read back, and what is no message is none")
    func reading() throws {
        let message = try #require(CECMessage(bytes: [0x04, 0x90, 0x01]))
        #expect((message.from, message.to, message.opcode) == (0, 4, 0x90))
        #expect(message.operands == [1])
        #expect(CECMessage(bytes: message.bytes) == message)
        #expect(CECMessage(bytes: []) == nil)
        #expect(CECMessage(bytes: [0x40]) == nil)
        #expect(CECMessage(bytes: Array(repeating: 0, count: 17)) == nil)
        #expect(CECMessage(from: 16, to: 0, opcode: 4) == nil)
        #expect(CECMessage(from: 0, to: 16, opcode: 4) == nil)
        #expect(
            CECMessage(from: 0, to: 1, opcode: 4, operands: Array(repeating: 0, count: 15)) == nil
        )
    }

    static let statuses: [(bytes: [UInt8], power: PanelState.Power?)] = [
        ([0x04, 0x90, 0x00], .on), ([0x04, 0x90, 0x01], .off), ([0x04, 0x90, 0x02], .unknown),
        ([0x04, 0x90, 0x03], .unknown), ([0x04, 0x90, 0x77], .unknown), ([0x04, 0x90], nil),
        // Not a status, and not of the television.
        ([0x04, 0x00, 0x8f, 0x00], nil), ([0x54, 0x90, 0x00], nil),
    ]

    @Test("a power status says whether the television is lit", arguments: statuses)
    func status(bytes: [UInt8], power: PanelState.Power?) throws {
        let panel = try #require(CECMessage(bytes: bytes)).panel
        #expect(panel?.power == power)
        #expect(panel?.source.hasPrefix("CEC") != false)
    }
}
