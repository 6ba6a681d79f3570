/// A command to the kernel's Bluetooth management channel.
///
/// Source: BlueZ doc/mgmt-api.txt. Layout: command, index and length of the parameters, two octets each
/// and little-endian, then the parameters.
struct ManagementCommand: Equatable {
    let opcode: UInt16
    /// The adapter, or `none`.
    let index: UInt16
    let parameters: [UInt8]

    /// No adapter in particular.
    static let none: UInt16 = 0xffff

    /// Asks for the indices of all adapters that are ready.
    static let readIndexList = ManagementCommand(opcode: 0x0003, index: none, parameters: [])

    /// Asks for address and settings of an adapter.
    static func readInformation(_ index: UInt16) -> ManagementCommand {
        ManagementCommand(opcode: 0x0004, index: index, parameters: [])
    }

    /// Switches an adapter on or off.
    static func setPowered(_ index: UInt16, _ isOn: Bool) -> ManagementCommand {
        ManagementCommand(opcode: 0x0005, index: index, parameters: [isOn ? 1 : 0])
    }

    /// Switches low energy on or off.
    static func setLowEnergy(_ index: UInt16, _ isOn: Bool) -> ManagementCommand {
        ManagementCommand(opcode: 0x000d, index: index, parameters: [isOn ? 1 : 0])
    }

    /// The octets to send.
    var octets: [UInt8] {
        [opcode, index, UInt16(parameters.count)].flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
            + parameters
    }
}

/// What the management channel tells.
enum ManagementEvent: Equatable {
    /// A command was done, or refused with a status that is not 0.
    case answer(opcode: UInt16, index: UInt16, status: UInt8, returned: [UInt8])
    case indexAdded(UInt16)
    case indexRemoved(UInt16)
    case newSettings(UInt16, ManagementSettings)
    /// A search for devices began or ended.
    case discovering(UInt16, isOn: Bool)
    /// Anything else.
    case other

    /// Codes of events that are read; others may name devices and are not looked into.
    static let understood: Set<UInt16> = [0x0001, 0x0002, 0x0004, 0x0005, 0x0006, 0x0013]

    /// Reads an event; nil when it is shorter than it claims.
    init?(_ octets: some Collection<UInt8>) {
        let octets = Array(octets)
        guard octets.count >= 6 else { return nil }
        let index = Self.word(octets, 2)
        let length = Int(Self.word(octets, 4))
        guard length <= octets.count - 6 else { return nil }
        let parameters = Array(octets[6..<(6 + length)])
        switch Self.word(octets, 0) {
        case 0x0001, 0x0002:
            guard length >= 3 else { return nil }
            self = .answer(
                opcode: Self.word(parameters, 0),
                index: index,
                status: parameters[2],
                returned: Array(parameters[3...])
            )
        case 0x0004: self = .indexAdded(index)
        case 0x0005: self = .indexRemoved(index)
        case 0x0006:
            guard let settings = ManagementSettings(parameters) else { return nil }
            self = .newSettings(index, settings)
        case 0x0013:
            guard length >= 2 else { return nil }
            self = .discovering(index, isOn: parameters[1] != 0)
        default: self = .other
        }
    }

    /// Two octets as a number.
    static func word(_ octets: [UInt8], _ offset: Int) -> UInt16 {
        UInt16(octets[offset]) | UInt16(octets[offset + 1]) << 8
    }
}

/// The settings of an adapter, current or supported.
struct ManagementSettings: Equatable {
    private let bits: UInt32

    /// Reads four octets, little-endian; nil when there are fewer.
    init?(_ octets: some Collection<UInt8>) {
        guard octets.count >= 4 else { return nil }
        bits = octets.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    var isPowered: Bool { bits & 1 != 0 }
    var isLowEnergy: Bool { bits >> 9 & 1 != 0 }
}

/// What Read Controller Information answers.
struct ManagementInformation: Equatable {
    /// The adapter's own address.
    let address: String
    let supported: ManagementSettings
    let current: ManagementSettings

    /// Reads what was returned: address 6, version 1, maker 2, supported 4, current 4 octets, and more.
    init?(_ octets: [UInt8]) {
        guard octets.count >= 17, let supported = ManagementSettings(octets[9..<13]),
            let current = ManagementSettings(octets[13..<17])
        else { return nil }
        address = octets[..<6].reversed()
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            .joined(separator: ":")
        self.supported = supported
        self.current = current
    }

    /// The indices that Read Controller Index List returns; nil when it is shorter than it claims.
    static func indices(_ octets: [UInt8]) -> [UInt16]? {
        guard octets.count >= 2 else { return nil }
        let count = Int(ManagementEvent.word(octets, 0))
        guard octets.count >= 2 + 2 * count else { return nil }
        return (0..<count).map { ManagementEvent.word(octets, 2 + 2 * $0) }
    }
}
