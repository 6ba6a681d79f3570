@testable import VirtualController

/// What hosts send and read, octet by octet.
enum Host {
    static let reset = command(0x0c03)
    static let address: [UInt8] = [1, 2, 3, 4, 5, 6]

    static func command(_ opcode: UInt16, _ parameters: [UInt8] = []) -> [UInt8] {
        [1, UInt8(opcode & 0xff), UInt8(opcode >> 8), UInt8(parameters.count)] + parameters
    }

    /// Begins or ends a legacy scan.
    static func legacyScan(_ enable: UInt8, filter: UInt8 = 0) -> [UInt8] {
        command(0x200c, [enable, filter])
    }

    /// Begins or ends an extended scan.
    static func extendedScan(_ enable: UInt8, filter: UInt8 = 0) -> [UInt8] {
        command(0x2042, [enable, filter, 0, 0, 0, 0])
    }

    static func legacyParameters(type: UInt8) -> [UInt8] {
        command(0x200b, [type, 0x60, 0, 0x60, 0, 0, 0])
    }

    static func extendedParameters(type: UInt8) -> [UInt8] {
        command(0x2041, [0, 0, 1, type, 0x60, 0, 0x60, 0])
    }

    /// Lets all LE events through, as Linux does when an adapter appears.
    static let masks = [
        command(0x0c01, [UInt8](repeating: 0xff, count: 8)),
        command(0x2001, [UInt8](repeating: 0xff, count: 8)),
    ]

    /// A controller that Linux has set up.
    static func controller(_ kind: ControllerKind) -> VirtualController {
        var machine = VirtualController(kind: kind, address: address)
        for packet in [reset] + masks { _ = machine.take(packet) }
        return machine
    }

    static func report(_ sender: UInt8 = 9, type: UInt8 = 3) -> LegacyReport {
        LegacyReport(
            type: type,
            addressType: 1,
            address: [sender, 0, 0, 0, 0, 0x42],
            data: [2, 1, 6],
            rssi: 0xb5
        )
    }
}

extension VirtualController {
    /// The status in the answer to a command, nil without an answer.
    mutating func status(_ packet: [UInt8]) -> UInt8? {
        take(packet).flatMap { $0.count > 6 ? $0[6] : nil }
    }
}
