import Testing

@testable import Radio

@Suite struct CommandLedgerTests {
    @Test("answers to our own commands are ours, once each; others to scan commands are not")
    func own() {
        var ledger = CommandLedger()
        ledger.expect(0x2042)
        ledger.expect(0x2042)
        var seen: [Bool] = []
        for opcode: UInt16 in [0x2042, 0x2042, 0x2042, 0x200c, 0x0c03] {
            seen.append(ledger.isForeign(opcode))
        }
        #expect(seen == [false, false, true, true, true])
    }

    @Test(
        "commands that change no scan are nobody's business",
        arguments: [0x2003, 0x1001, 0x0000]
    )
    func harmless(opcode: UInt16) {
        var ledger = CommandLedger()
        ledger.expect(opcode)
        for _ in 0..<2 {
            let isForeign = ledger.isForeign(opcode)
            #expect(!isForeign)
        }
    }

    @Test("answers that were lost on the way do not hide others for ever")
    func lost() {
        var ledger = CommandLedger()
        for _ in 0..<1000 { ledger.expect(0x200c) }
        var foreign = 0
        for _ in 0..<20 where ledger.isForeign(0x200c) { foreign += 1 }
        #expect(foreign >= 12)
    }

    @Test(
        "the opcode of an answer is read, and of nothing else",
        arguments: [
            ([0x04, 0x0e, 0x04, 0x01, 0x42, 0x20, 0x00], 0x2042),
            ([0x04, 0x0f, 0x04, 0x00, 0x01, 0x0c, 0x20], 0x200c),
            ([0x04, 0x0f, 0x04, 0x00, 0x01, 0x0c], nil), ([0x04, 0x0e, 0x04, 0x01, 0x42], nil),
            ([0x04, 0x3e, 0x04, 0x01, 0x42, 0x20, 0x00], nil),
            ([0x02, 0x0e, 0x04, 0x01, 0x42, 0x20, 0x00], nil), ([], nil),
        ] as [([UInt8], UInt16?)]
    )
    func opcode(packet: [UInt8], opcode: UInt16?) {
        let found = packet.withUnsafeBytes { CommandLedger.opcode(of: $0) }
        #expect(found == opcode)
    }
}
