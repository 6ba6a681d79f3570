/// A command from the host: its number and its parameters.
///
/// Source: Bluetooth Core Vol 4 Part E 5.4.1 (packet) and Part A 2 (H4 octet).
struct HCICommand: Equatable {
    let opcode: UInt16
    let parameters: [UInt8]

    /// The H4 octet in front of a command.
    static let packetType: UInt8 = 0x01

    /// Reads a packet with its H4 octet; nil when it is no command or its length is wrong.
    init?(_ packet: [UInt8]) {
        guard packet.count >= 4, packet[0] == Self.packetType,
            Int(packet[3]) == packet.count - 4
        else { return nil }
        opcode = UInt16(packet[1]) | UInt16(packet[2]) << 8
        parameters = Array(packet[4...])
    }
}

extension HCICommand {
    /// Numbers of commands (OGF << 10 | OCF), named as in Core Vol 4 Part E 7.
    enum Opcode {
        static let setEventMask: UInt16 = 0x0c01
        static let reset: UInt16 = 0x0c03
        static let leSetEventMask: UInt16 = 0x2001
        static let leSetScanParameters: UInt16 = 0x200b
        static let leSetScanEnable: UInt16 = 0x200c
        static let leSetExtendedScanParameters: UInt16 = 0x2041
        static let leSetExtendedScanEnable: UInt16 = 0x2042
    }
}

/// Error codes of Core Vol 1 Part F.
enum HCIStatus {
    static let success: UInt8 = 0x00
    static let unknownCommand: UInt8 = 0x01
    static let commandDisallowed: UInt8 = 0x0c
    static let invalidParameters: UInt8 = 0x12
}
