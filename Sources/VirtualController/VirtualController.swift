/// A Bluetooth controller with low energy alone, as a pure state machine: packets in, packets out.
///
/// It begins no transmission and keeps no connection; it answers its host's commands and reports the
/// adverts it is given to hear. All packets have their H4 octet. Source: Bluetooth Core Vol 4 Part E.
package struct VirtualController {
    private let answers: Answers
    private var masks = EventMasks()
    private var scanner = Scanner()
    /// What is wrong with it now.
    package var fault: ControllerFault?
    package private(set) var counts = PlayCounts()
    /// Whether a scan was ever begun.
    package private(set) var hasScanned = false

    /// A controller that was just powered on.
    ///
    /// - Parameters:
    ///   - kind: What it knows.
    ///   - address: Its public address, six octets, least first.
    package init(kind: ControllerKind, address: [UInt8]) {
        answers = Answers(kind: kind, address: address)
    }

    /// Whether a scan is running.
    package var isScanning: Bool { scanner.isEnabled }

    /// Forgets what the host said, as when power goes; faults and counts stay.
    package mutating func powerOn() {
        masks = EventMasks()
        scanner = Scanner()
    }

    /// Takes a packet from the host and gives the answer, nil when there is none.
    package mutating func take(_ packet: [UInt8]) -> [UInt8]? {
        guard fault != .mute, let command = HCICommand(packet) else {
            counts.unanswered += 1
            return nil
        }
        counts.answered += 1
        return Answers.complete(command.opcode, obey(command))
    }

    private mutating func obey(_ command: HCICommand) -> [UInt8] {
        if answers.isUnknown(command.opcode) { return [HCIStatus.unknownCommand] }
        switch command.opcode {
        case HCICommand.Opcode.reset:
            // 7.3.2: everything is as after powering on.
            powerOn()
            if fault == .deadUntilReset { fault = nil }
        case HCICommand.Opcode.setEventMask, HCICommand.Opcode.leSetEventMask:
            return [masks.take(command)]
        case HCICommand.Opcode.leSetScanParameters, HCICommand.Opcode.leSetScanEnable,
            HCICommand.Opcode.leSetExtendedScanParameters,
            HCICommand.Opcode.leSetExtendedScanEnable:
            if case .refusing(let status) = fault, Scanner.begins(command) { return [status] }
            let status = scanner.take(command)
            if scanner.isEnabled { hasScanned = true }
            return [status]
        default: break
        }
        return answers.returned(command.opcode)
    }

    /// Hears an advert; gives the event for the host, nil when it does not get to know.
    package mutating func hear(_ report: LegacyReport) -> [UInt8]? {
        guard scanner.isEnabled, let kind = scanner.generation else {
            counts.unscanned += 1
            return nil
        }
        guard fault?.hearsNothing != true else {
            counts.unheard += 1
            return nil
        }
        guard scanner.wants(report) else {
            counts.unasked += 1
            return nil
        }
        guard masks.lets(kind) else {
            counts.masked += 1
            return nil
        }
        counts.delivered += 1
        return report.event(kind)
    }
}
