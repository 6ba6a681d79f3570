/// The scan of a virtual controller: what the host asked for, and what of the air it gets to hear.
///
/// Source: Core Vol 4 Part E 7.8.10, 7.8.11 (legacy), 7.8.64, 7.8.65 (extended); 3.1.1: a controller
/// that was given a command of one kind refuses those of the other until it is reset.
struct Scanner {
    /// The kind of the last scan command since the reset; nil before the first.
    private(set) var generation: ControllerKind?
    private(set) var isEnabled = false
    private(set) var isActive = false
    private(set) var isFiltering = false
    /// Senders of this scan whose adverts, or scan responses, were reported.
    private var reported: Set<[UInt8]> = []

    /// Obeys a scan command; gives the status.
    mutating func take(_ command: HCICommand) -> UInt8 {
        let isExtended = command.opcode >= HCICommand.Opcode.leSetExtendedScanParameters
        let kind: ControllerKind = isExtended ? .extended : .legacy
        guard generation == nil || generation == kind else { return HCIStatus.commandDisallowed }
        let status =
            switch command.opcode {
            case HCICommand.Opcode.leSetScanParameters: set(legacy: command.parameters)
            case HCICommand.Opcode.leSetExtendedScanParameters: set(extended: command.parameters)
            case HCICommand.Opcode.leSetScanEnable: enable(command.parameters, length: 2)
            default: enable(command.parameters, length: 6)
            }
        if status == HCIStatus.success { generation = kind }
        return status
    }

    /// Whether a command would begin a scan.
    static func begins(_ command: HCICommand) -> Bool {
        (command.opcode == HCICommand.Opcode.leSetScanEnable
            || command.opcode == HCICommand.Opcode.leSetExtendedScanEnable)
            && command.parameters.first == 1
    }

    /// Whether a scan that is running wants a report: not twice when it filters, no responses to
    /// requests that a passive scan does not send.
    mutating func wants(_ report: LegacyReport) -> Bool {
        if report.isScanResponse, !isActive { return false }
        guard isFiltering else { return true }
        let sender = [report.isScanResponse ? 1 : 0, report.addressType] + report.address
        return reported.insert(sender).inserted
    }

    /// Scan type 1, interval 2, window 2, own address type 1, filter policy 1 octet.
    private mutating func set(legacy parameters: [UInt8]) -> UInt8 {
        guard parameters.count == 7, parameters[0] <= 1 else { return HCIStatus.invalidParameters }
        return set(type: parameters[0])
    }

    /// Own address type 1, filter policy 1, PHYs 1 octet; for each PHY type 1, interval 2, window 2.
    private mutating func set(extended parameters: [UInt8]) -> UInt8 {
        guard parameters.count >= 3 else { return HCIStatus.invalidParameters }
        let phys = parameters[2].nonzeroBitCount
        // Legacy adverts are on the 1M PHY only.
        guard parameters[2] & 0x01 != 0, parameters.count == 3 + 5 * phys, parameters[3] <= 1 else {
            return HCIStatus.invalidParameters
        }
        return set(type: parameters[3])
    }

    private mutating func set(type: UInt8) -> UInt8 {
        guard !isEnabled else { return HCIStatus.commandDisallowed }
        isActive = type == 1
        return HCIStatus.success
    }

    /// Enable 1, filter duplicates 1 octet; the extended command has duration and period behind them,
    /// which are not obeyed: every scan goes on until it is ended.
    private mutating func enable(_ parameters: [UInt8], length: Int) -> UInt8 {
        guard parameters.count == length, parameters[0] <= 1, parameters[1] <= 2 else {
            return HCIStatus.invalidParameters
        }
        isEnabled = parameters[0] == 1
        isFiltering = parameters[1] != 0
        reported = []
        return HCIStatus.success
    }
}
