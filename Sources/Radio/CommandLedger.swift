/// Knows the answers to our own commands from those to other programs'.
///
/// Every raw socket of an adapter hears the answers to all commands, whoever sent them. Those that are
/// not ours and change a scan mean that another program, such as bluetoothd, took it over.
struct CommandLedger {
    private var expected: [UInt16: Int] = [:]

    /// Most answers waited for of one command; what was lost on the way must not hide others for ever.
    private static let most = 8

    /// One of our own commands was sent.
    mutating func expect(_ opcode: UInt16) {
        guard HCICommand.changingScan.contains(opcode) else { return }
        expected[opcode] = min((expected[opcode] ?? 0) + 1, Self.most)
    }

    /// Whether an answer belongs to a command that others sent and that changes the scan.
    mutating func isForeign(_ opcode: UInt16) -> Bool {
        guard HCICommand.changingScan.contains(opcode) else { return false }
        guard let count = expected[opcode], count > 0 else { return true }
        expected[opcode] = count - 1
        return false
    }

    /// The opcode that an event packet with its H4 octet answers, nil when it is no answer.
    ///
    /// Source: Bluetooth Core Vol 4 Part E 7.7.14 (Command Complete) and 7.7.15 (Command Status).
    static func opcode(of packet: UnsafeRawBufferPointer) -> UInt16? {
        guard packet.count >= 6, packet[0] == 0x04 else { return nil }
        switch packet[1] {
        case 0x0e: return UInt16(packet[4]) | UInt16(packet[5]) << 8
        case 0x0f where packet.count >= 7: return UInt16(packet[5]) | UInt16(packet[6]) << 8
        default: return nil
        }
    }
}
