/// An HCI command of the LE group, and what it is for.
struct ScanCommand: Equatable {
    /// The code within the LE controller group.
    let code: UInt16
    let parameters: [UInt8]
    /// What the command does, for sentences about its refusal.
    let step: String

    /// The command's number on the wire.
    var opcode: UInt16 { Self.group << 10 | code }

    /// The LE controller group (OGF).
    static let group: UInt16 = 0x08
    /// 60 ms in units of 0.625 ms, little-endian.
    private static let sixtyMilliseconds: [UInt8] = [0x60, 0x00]

    /// Asks which LE features the controller has.
    static let readFeatures = ScanCommand(code: 0x0003, parameters: [], step: "tell its features")

    /// Ends a scan, whoever began it; it is refused when there is none.
    static func stop(isExtended: Bool) -> ScanCommand {
        isExtended
            ? ScanCommand(code: 0x0042, parameters: [0, 0, 0, 0, 0, 0], step: "stop scanning")
            : ScanCommand(code: 0x000c, parameters: [0, 0], step: "stop scanning")
    }

    /// Begins a passive scan, window equal to interval, without a duplicate filter.
    static func start(isExtended: Bool) -> [ScanCommand] {
        let time = sixtyMilliseconds + sixtyMilliseconds
        let parameters =
            isExtended
            ? ScanCommand(code: 0x0041, parameters: [0, 0, 1, 0] + time, step: "set the scan")
            : ScanCommand(code: 0x000b, parameters: [0] + time + [0, 0], step: "set the scan")
        let enable =
            isExtended
            ? ScanCommand(code: 0x0042, parameters: [1, 0, 0, 0, 0, 0], step: "start scanning")
            : ScanCommand(code: 0x000c, parameters: [1, 0], step: "start scanning")
        return [parameters, enable]
    }

    /// Whether the features include bit 12, LE Extended Advertising (Core Vol 6 Part B 4.6).
    static func isExtended(features: [UInt8]) -> Bool {
        features.count >= 2 && features[1] & 0x10 != 0
    }
}
