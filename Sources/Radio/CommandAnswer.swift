/// What a controller answered to a command.
struct CommandAnswer: Equatable {
    /// The status octet; 0 is success.
    let status: UInt8
    /// The return parameters after the status, none for a bare status.
    let returned: [UInt8]

    /// Reads an event packet with its H4 octet; nil when it answers no command or another one.
    ///
    /// Source: Bluetooth Core Vol 4 Part E 7.7.14 (Command Complete) and 7.7.15 (Command Status).
    init?(_ packet: some Collection<UInt8>, to opcode: UInt16) {
        let octets = Array(packet)
        guard octets.count >= 7, octets[0] == 0x04, Int(octets[2]) <= octets.count - 3 else {
            return nil
        }
        let end = 3 + Int(octets[2])
        switch octets[1] {
        case 0x0e where end >= 7 && Self.opcode(octets, at: 4) == opcode:
            status = octets[6]
            returned = Array(octets[7..<end])
        case 0x0f where end >= 7 && Self.opcode(octets, at: 5) == opcode:
            status = octets[3]
            returned = []
        default: return nil
        }
    }

    private static func opcode(_ octets: [UInt8], at index: Int) -> UInt16 {
        UInt16(octets[index]) | UInt16(octets[index + 1]) << 8
    }
}
