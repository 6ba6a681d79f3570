/// HCI events with advertising reports, as a controller hands them to the host.
///
/// Each event starts with its code and length octets, without the packet type of a transport.
package enum HCIEvent {
    /// How many octets of parameters one event can hold.
    static let capacity = 255

    /// An LE Advertising Report event; nil when nothing in it is a legacy PDU.
    ///
    /// Reports follow one another whole, as controllers send and Linux reads them, although the
    /// text of the specification could be read as one array for each field. At most
    /// ``capacity`` octets of reports are asked for by the callers. Source: Core 5.2, Vol 4
    /// Part E 7.7.65.2.
    package static func advertisingReports(_ reports: [AirReport]) -> [UInt8]? {
        let bodies = reports.compactMap(legacyReport)
        guard !bodies.isEmpty else { return nil }
        return meta(0x02, bodies)
    }

    /// An LE Extended Advertising Report event with one report for each legacy PDU.
    ///
    /// Source: Core 5.2, Vol 4 Part E 7.7.65.13.
    package static func extendedReports(_ reports: [AirReport]) -> [UInt8] {
        meta(0x0D, reports.map { extendedReport($0, eventType: $0.packet.pdu.extendedType) })
    }

    /// One long extended advert as several events, all but the last marked "more data to come".
    package static func fragments(of report: AirReport) -> [[UInt8]] {
        let data = report.packet.data
        let starts = Array(stride(from: 0, to: max(data.count, 1), by: fragmentSize))
        return starts.map { start in
            let end = min(start + fragmentSize, data.count)
            let packet = report.packet
            let part = AirReport(
                time: report.time,
                rssi: report.rssi,
                packet: Packet(
                    pdu: packet.pdu,
                    address: packet.address,
                    data: Array(data[start..<end])
                )
            )
            let status: UInt16 = end < data.count ? moreToCome : 0
            return meta(0x0D, [extendedReport(part, eventType: packet.pdu.extendedType | status)])
        }
    }

    /// How many octets of an event's parameters a report takes.
    static func size(of report: AirReport, extended: Bool) -> Int {
        (extended ? 24 : 10) + report.packet.data.count
    }

    /// The longest piece of data that fits one extended report: 255 less 2 less 24 octets.
    private static let fragmentSize = 229
    private static let moreToCome: UInt16 = 0x0020

    private static func meta(_ subevent: UInt8, _ bodies: [[UInt8]]) -> [UInt8] {
        let parameters = [subevent, UInt8(truncatingIfNeeded: bodies.count)] + bodies.joined()
        return [0x3E, UInt8(truncatingIfNeeded: parameters.count)] + parameters
    }

    private static func legacyReport(_ report: AirReport) -> [UInt8]? {
        let packet = report.packet
        guard let type = packet.pdu.legacyType else { return nil }
        return [type, packet.address.typeOctet] + packet.address.octets
            + [UInt8(truncatingIfNeeded: packet.data.count)] + packet.data
            + [UInt8(bitPattern: report.rssi)]
    }

    private static func extendedReport(_ report: AirReport, eventType: UInt16) -> [UInt8] {
        let packet = report.packet
        let long = packet.pdu == .extended
        var body = [
            UInt8(truncatingIfNeeded: eventType), UInt8(truncatingIfNeeded: eventType >> 8),
        ]
        body.append(packet.address.typeOctet)
        body += packet.address.octets
        // Primary PHY 1M; secondary PHY and set number only for extended PDUs; power unknown.
        body += [0x01, long ? 0x01 : 0x00, long ? 0x00 : 0xFF, 0x7F]
        body.append(UInt8(bitPattern: report.rssi))
        // No periodic advertising, no directed address.
        body += [UInt8](repeating: 0, count: 9)
        body.append(UInt8(truncatingIfNeeded: packet.data.count))
        return body + packet.data
    }
}

extension Packet.PDU {
    /// The event type of a legacy report; nil for a PDU that such a report cannot carry.
    var legacyType: UInt8? {
        switch self {
        case .connectable: 0x00
        case .nonConnectable: 0x03
        case .scanResponse: 0x04
        case .extended: nil
        }
    }

    /// The event type of an extended report, with the "legacy PDU" bit where it belongs.
    var extendedType: UInt16 {
        switch self {
        case .connectable: 0x0013
        case .nonConnectable: 0x0010
        case .scanResponse: 0x001B
        case .extended: 0x0000
        }
    }
}
