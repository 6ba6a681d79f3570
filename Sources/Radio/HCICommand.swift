/// An HCI command of the LE group, and what it is for.
struct HCICommand: Equatable {
    /// The code within the LE controller group (OCF).
    let code: UInt16
    let parameters: [UInt8]
    /// What the command does, for sentences about its refusal.
    let step: String

    init(code: UInt16, parameters: [UInt8] = [], step: String) {
        self.code = code
        self.parameters = parameters
        self.step = step
    }

    /// The command's number on the wire.
    var opcode: UInt16 { Self.group << 10 | code }

    /// The LE controller group (OGF).
    static let group: UInt16 = 0x08

    /// Asks which LE features the controller has; also the sign of life that is asked for.
    ///
    /// A command of the LE group, since a controller may answer others and have lost that part.
    static let readFeatures = HCICommand(code: 0x0003, step: "tell its features")
}

// MARK: - Scanning

extension HCICommand {
    /// 60 ms in units of 0.625 ms, little-endian.
    private static let sixtyMilliseconds: [UInt8] = [0x60, 0x00]

    /// Ends a scan, whoever began it; it is refused when there is none.
    static func stopScan(isExtended: Bool) -> HCICommand {
        isExtended
            ? HCICommand(code: 0x0042, parameters: [0, 0, 0, 0, 0, 0], step: "stop scanning")
            : HCICommand(code: 0x000c, parameters: [0, 0], step: "stop scanning")
    }

    /// Begins a scan, window equal to interval, without a duplicate filter.
    ///
    /// - Parameters:
    ///   - isExtended: Whether the controller takes the extended commands.
    ///   - isActive: Whether scan responses are asked for.
    /// - Returns: The commands in their order.
    static func startScan(isExtended: Bool, isActive: Bool) -> [HCICommand] {
        let time = sixtyMilliseconds + sixtyMilliseconds
        let type: UInt8 = isActive ? 1 : 0
        let parameters =
            isExtended
            ? HCICommand(code: 0x0041, parameters: [0, 0, 1, type] + time, step: "set the scan")
            : HCICommand(code: 0x000b, parameters: [type] + time + [0, 0], step: "set the scan")
        let enable =
            isExtended
            ? HCICommand(code: 0x0042, parameters: [1, 0, 0, 0, 0, 0], step: "start scanning")
            : HCICommand(code: 0x000c, parameters: [1, 0], step: "start scanning")
        return [parameters, enable]
    }

    /// Commands after which a scan is not what it was: reset, and all that set or switch a scan.
    static let changingScan: Set<UInt16> = [0x0c03, 0x200b, 0x200c, 0x2041, 0x2042]

    /// Whether the features include bit 12, LE Extended Advertising (Core Vol 6 Part B 4.6).
    static func isExtended(features: [UInt8]) -> Bool {
        features.count >= 2 && features[1] & 0x10 != 0
    }
}
