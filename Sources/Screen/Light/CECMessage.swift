/// A message between devices on one HDMI cable, as its bytes.
///
/// Source: HDMI 1.4b supplement 1 (CEC), tables 5 and 8 to 23; names as in Linux `linux/cec.h`.
package struct CECMessage: Sendable, Equatable {
    /// The sender's logical address, 0 to 15.
    package let from: UInt8
    /// The receiver's, 15 for everybody.
    package let to: UInt8
    /// What is said.
    package let opcode: UInt8
    package let operands: [UInt8]

    /// The logical address of the television.
    package static let television: UInt8 = 0
    /// The logical address of everybody.
    package static let everybody: UInt8 = 15

    /// A message, or nil when it has a wrong address or more than 14 operands.
    package init?(from: UInt8, to: UInt8, opcode: UInt8, operands: [UInt8] = []) {
        guard from < 16, to < 16, operands.count <= 14 else { return nil }
        self.init(certain: from, to, opcode, operands)
    }

    private init(certain from: UInt8, _ to: UInt8, _ opcode: UInt8, _ operands: [UInt8] = []) {
        self.from = from & 15
        self.to = to
        self.opcode = opcode
        self.operands = operands
    }

    /// Reads 2 to 16 bytes: header, opcode, operands; nil for a bare poll and for others.
    package init?(bytes: [UInt8]) {
        guard (2...16).contains(bytes.count) else { return nil }
        self.init(certain: bytes[0] >> 4, bytes[0] & 15, bytes[1], Array(bytes[2...]))
    }

    /// Header, opcode, operands.
    package var bytes: [UInt8] { [from << 4 | to, opcode] + operands }
}

// MARK: - What a kiosk says

extension CECMessage {
    /// Opcodes of answers.
    package static let featureAbort: UInt8 = 0x00
    package static let reportPowerStatus: UInt8 = 0x90

    /// Image View On: the television lights and shows the sender.
    package static func imageViewOn(from: UInt8) -> CECMessage {
        CECMessage(certain: from, television, 0x04)
    }

    /// Active Source: whose picture is to be shown, by its place on the cables.
    package static func activeSource(from: UInt8, physical: UInt16) -> CECMessage {
        CECMessage(
            certain: from,
            everybody,
            0x82,
            [UInt8(physical >> 8), UInt8(truncatingIfNeeded: physical)]
        )
    }

    /// Standby, to the television alone.
    package static func standby(from: UInt8) -> CECMessage {
        CECMessage(certain: from, television, 0x36)
    }

    /// Give Device Power Status.
    package static func givePowerStatus(from: UInt8) -> CECMessage {
        CECMessage(certain: from, television, 0x8f)
    }

    /// What a Report Power Status says of the television; nil for another message.
    package var panel: PanelState? {
        guard opcode == Self.reportPowerStatus, from == Self.television, let status = operands.first
        else { return nil }
        switch status {
        case 0: return PanelState(power: .on, source: "CEC")
        case 1: return PanelState(power: .off, source: "CEC: standby")
        case 2: return PanelState(power: .unknown, source: "CEC: being switched on")
        case 3: return PanelState(power: .unknown, source: "CEC: being switched off")
        default: return PanelState(power: .unknown, source: "CEC: power status \(status)")
        }
    }
}
