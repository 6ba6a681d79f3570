/// One advert of Bluetooth 4 as a controller reports it.
///
/// It holds an address and data, so it is neither printed nor compared outside tests.
package struct LegacyReport: Equatable, Sendable, CustomStringConvertible {
    /// 0 connectable, 1 directed, 2 scannable, 3 neither, 4 scan response.
    let type: UInt8
    /// 0 public, 1 random.
    let addressType: UInt8
    /// Six octets, least first.
    let address: [UInt8]
    let data: [UInt8]
    /// Received signal strength, two's complement in dBm.
    let rssi: UInt8

    /// Most octets of data that such an advert has (Vol 6 Part B 2.3.1).
    static let longestData = 31

    package var description: String { "<redacted>" }

    var isScanResponse: Bool { type == 4 }

    /// The legacy event types, as extended reports have them: Core Vol 4 Part E 7.7.65.13, table.
    ///
    /// Bit 4 says legacy; a scan response to ADV_IND is 0x1b, to ADV_SCAN_IND 0x1a.
    private static let extendedTypes: [UInt8] = [0x13, 0x15, 0x12, 0x10, 0x1b]
}

// MARK: - To the host

extension LegacyReport {
    /// The event for this one report, with its H4 octet.
    ///
    /// Source: Core Vol 4 Part E 7.7.65.2 and 7.7.65.13.
    func event(_ kind: ControllerKind) -> [UInt8] {
        let body = kind == .extended ? extendedBody : legacyBody
        return [0x04, 0x3e, UInt8(truncatingIfNeeded: 2 + body.count)]
            + [kind == .extended ? 0x0d : 0x02, 1] + body
    }

    private var legacyBody: [UInt8] {
        [type, addressType] + address + [UInt8(truncatingIfNeeded: data.count)] + data + [rssi]
    }

    /// Primary PHY 1M, no secondary, no set, power unknown, no periodic advertising, nobody addressed.
    private var extendedBody: [UInt8] {
        [Self.extendedTypes[Int(type)], 0, addressType] + address
            + [0x01, 0x00, 0xff, 0x7f, rssi, 0, 0] + [UInt8](repeating: 0, count: 7)
            + [UInt8(truncatingIfNeeded: data.count)] + data
    }
}

// MARK: - From a capture

extension LegacyReport {
    /// The reports of an event of a capture, without its H4 octet; none of other or damaged events.
    ///
    /// Extended reports of legacy adverts are taken as well, other extended ones are left out.
    package static func reports(inEvent event: [UInt8]) -> [LegacyReport] {
        guard event.count >= 4, event[0] == 0x3e, Int(event[1]) == event.count - 2 else {
            return []
        }
        var rest = event[4...]
        var found: [LegacyReport] = []
        for _ in 0..<event[3] {
            switch event[2] {
            case 0x02:
                guard let report = takeLegacy(&rest) else { return found }
                found.append(report)
            case 0x0d:
                switch takeExtended(&rest) {
                case .legacy(let report): found.append(report)
                case .other: continue
                case .damage: return found
                }
            default: return []
            }
        }
        return found
    }

    private static func takeLegacy(_ rest: inout ArraySlice<UInt8>) -> LegacyReport? {
        let octets = Array(rest.prefix(10 + longestData))
        guard octets.count >= 10, octets[0] <= 4, Int(octets[8]) <= longestData,
            octets.count >= 10 + Int(octets[8])
        else { return nil }
        let end = 9 + Int(octets[8])
        rest = rest.dropFirst(end + 1)
        return LegacyReport(
            type: octets[0],
            addressType: octets[1],
            address: Array(octets[2..<8]),
            data: Array(octets[9..<end]),
            rssi: octets[end]
        )
    }

    /// What stood next in an event of extended reports.
    private enum Taken {
        case legacy(LegacyReport)
        case other
        case damage
    }

    private static func takeExtended(_ rest: inout ArraySlice<UInt8>) -> Taken {
        let octets = Array(rest)
        guard octets.count >= 24, octets.count >= 24 + Int(octets[23]) else { return .damage }
        let end = 24 + Int(octets[23])
        rest = rest.dropFirst(end)
        // 0x1a, a response to a scannable advert, has the legacy type of every response.
        let type = octets[0] == 0x1a ? 4 : extendedTypes.firstIndex(of: octets[0])
        guard let type, octets[1] == 0, Int(octets[23]) <= longestData else { return .other }
        return .legacy(
            LegacyReport(
                type: UInt8(truncatingIfNeeded: type),
                addressType: octets[2],
                address: Array(octets[3..<9]),
                data: Array(octets[24..<end]),
                rssi: octets[13]
            )
        )
    }
}
