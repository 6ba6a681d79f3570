/// Which events the host wants; a reset sets both masks back.
///
/// Source: Core Vol 4 Part E 7.3.1 (Set Event Mask) and 7.8.1 (LE Set Event Mask), with their defaults:
/// without a word of the host there are no LE events at all, and no extended reports.
struct EventMasks: Equatable {
    private var events: UInt64 = 0x0000_1fff_ffff_ffff
    private var lowEnergy: UInt64 = 0x1f

    private static let leMeta: UInt64 = 1 << 61
    private static let legacyReport: UInt64 = 1 << 1
    private static let extendedReport: UInt64 = 1 << 12

    /// Obeys one of the two commands; gives the status.
    mutating func take(_ command: HCICommand) -> UInt8 {
        guard command.parameters.count == 8 else { return HCIStatus.invalidParameters }
        let mask = command.parameters.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if command.opcode == HCICommand.Opcode.setEventMask {
            events = mask
        } else {
            lowEnergy = mask
        }
        return HCIStatus.success
    }

    /// Whether advertising reports of a kind reach the host.
    func lets(_ kind: ControllerKind) -> Bool {
        let report = kind == .extended ? Self.extendedReport : Self.legacyReport
        return events & Self.leMeta != 0 && lowEnergy & report != 0
    }
}
