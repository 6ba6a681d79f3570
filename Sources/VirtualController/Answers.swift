/// What the controller tells about itself, and how answers look on the wire.
struct Answers {
    let kind: ControllerKind
    /// The public device address, least octet first.
    let address: [UInt8]

    /// A Command Complete event with its H4 octet, allowing one more command.
    ///
    /// Source: Core Vol 4 Part E 7.7.14.
    static func complete(_ opcode: UInt16, _ returned: [UInt8]) -> [UInt8] {
        [0x04, 0x0e, UInt8(truncatingIfNeeded: 3 + returned.count), 1]
            + [UInt8(truncatingIfNeeded: opcode), UInt8(truncatingIfNeeded: opcode >> 8)]
            + returned
    }

    /// The return parameters of a command that only asks: status 0, then the facts.
    ///
    /// A command without facts to tell succeeds: what it sets does not matter here. Source: Core Vol 4
    /// Part E, the sections named below; what Linux asks for in `net/bluetooth/hci_sync.c`.
    func returned(_ opcode: UInt16) -> [UInt8] {
        [HCIStatus.success] + facts(opcode)
    }

    private func facts(_ opcode: UInt16) -> [UInt8] {
        switch opcode {
        // 7.4.1 version and revision of HCI, version of the link layer, company, subversion
        case 0x1001: [version, 0, 0, version, 0xff, 0xff, 0, 0]
        case 0x1002: supportedCommands
        // 7.4.3, Vol 2 Part C 3.3: bits 37 and 38, no BR/EDR, LE
        case 0x1003: [0, 0, 0, 0, 0x60, 0, 0, 0]
        // 7.4.5: no buffers for BR/EDR
        case 0x1005: [0, 0, 0, 0, 0, 0, 0]
        case 0x1009: address
        // 7.3.12: the local name, 248 octets
        case 0x0c14: Array("bluezone-lab".utf8) + [UInt8](repeating: 0, count: 236)
        // 7.8.2: four buffers of 27 octets
        case 0x2002: [27, 0, 4]
        // 7.8.3, Vol 6 Part B 4.6: bit 12, extended advertising
        case 0x2003: [0, kind == .extended ? 0x10 : 0, 0, 0, 0, 0, 0, 0]
        // 7.8.6: the power of adverts
        case 0x2007: [0]
        // 7.8.14, 7.8.41: room in the accept list and in the resolving list
        case 0x200f, 0x202a: [16]
        // 7.8.27: all states and their combinations of Bluetooth 4
        case 0x201c: [0xff, 0xff, 0xff, 0xff, 0xff, 0x03, 0, 0]
        // 7.8.46: 27 octets in 328 us, both ways
        case 0x202f: [27, 0, 0x48, 0x01, 27, 0, 0x48, 0x01]
        // 7.8.57: longest advert
        case 0x203a where kind == .extended: [31, 0]
        // 7.8.58: advertising sets
        case 0x203b where kind == .extended: [1]
        // 7.8.74: least and most power
        case 0x204b: [0xec, 0x0a]
        default: []
        }
    }

    /// Bluetooth 4.2 or 5.0, as assigned numbers have it.
    private var version: UInt8 { kind == .extended ? 0x09 : 0x08 }

    /// The 64 octets of Core Vol 4 Part E 6.27.
    private var supportedCommands: [UInt8] {
        var octets = [UInt8](repeating: 0, count: 64)
        // Set Event Mask, Reset
        octets[5] = 0xc0
        // Read Local Version Information, Supported Features
        octets[14] = 0x28
        // Read BD_ADDR
        octets[15] = 0x02
        // LE event mask, buffer size, features; addresses and adverts
        octets[25] = 0xf7
        // Scan parameters and enable, connections, accept list
        octets[26] = 0xff
        octets[27] = 0x83
        // Supported states
        octets[28] = 0x08
        if kind == .extended {
            // Extended advertising and its sets
            octets[36] = 0xfe
            // Extended scan parameters and enable
            octets[37] = 0x63
        }
        return octets
    }

    /// Whether a controller of this kind has never heard of a command.
    func isUnknown(_ opcode: UInt16) -> Bool {
        // 7.8.52 to 7.8.66 are the commands of extended advertising and scanning.
        kind == .legacy && (0x2035...0x2043).contains(opcode)
    }
}
