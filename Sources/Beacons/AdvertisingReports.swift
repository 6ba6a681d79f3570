/// Walks the reports of one LE event, one report after the other as controllers send them.
///
/// Source: Bluetooth Core Vol 4 Part E 7.7.65.2 (LE Advertising Report, subevent 0x02) and 7.7.65.13
/// (LE Extended Advertising Report, subevent 0x0D).
struct AdvertisingReports {
    private let parameters: ByteView
    private let isExtended: Bool
    private var remaining: Int
    private var offset = 2
    /// The event claimed more reports or bytes than it holds.
    private(set) var isDamaged = false

    static let legacySubevent: UInt8 = 0x02
    static let extendedSubevent: UInt8 = 0x0d

    /// The reports of an event; nil when the event is not an advertising report.
    init?(_ event: HCIEvent) {
        guard event.code == HCIEvent.leMeta, let subevent = event.parameters.byte(0),
            subevent == Self.legacySubevent || subevent == Self.extendedSubevent
        else { return nil }
        parameters = event.parameters
        isExtended = subevent == Self.extendedSubevent
        remaining = Int(parameters.byte(1) ?? 0)
        isDamaged = parameters.count < 2
    }

    mutating func next() -> AdvertisingReport? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        guard let report = isExtended ? nextExtended() : nextLegacy() else {
            isDamaged = true
            remaining = 0
            return nil
        }
        return report
    }

    /// Event type 1, address type 1, address 6, data length 1, data, RSSI 1 octet.
    private mutating func nextLegacy() -> AdvertisingReport? {
        guard let eventType = parameters.byte(offset), let address = address(at: offset + 1),
            let length = parameters.byte(offset + 8),
            let data = parameters.slice(offset + 9, Int(length)),
            let rssi = parameters.byte(offset + 9 + Int(length))
        else { return nil }
        offset += 10 + Int(length)
        return AdvertisingReport(
            eventType: UInt16(eventType),
            address: address,
            dataStatus: .complete,
            advertisingSet: 0xff,
            rssi: Int8(bitPattern: rssi),
            data: data
        )
    }

    /// Event type 2, address 7, PHYs 2, set 1, TX power 1, RSSI 1, interval 2, direct address 7,
    /// data length 1, data.
    private mutating func nextExtended() -> AdvertisingReport? {
        guard let eventType: UInt16 = parameters.littleEndian(offset),
            let address = address(at: offset + 2), let set = parameters.byte(offset + 11),
            let rssi = parameters.byte(offset + 13), let length = parameters.byte(offset + 23),
            let data = parameters.slice(offset + 24, Int(length))
        else { return nil }
        offset += 24 + Int(length)
        let status: AdvertisingReport.DataStatus =
            switch eventType >> 5 & 3 {
            case 0: .complete
            case 1: .moreToCome
            default: .truncated
            }
        return AdvertisingReport(
            eventType: eventType,
            address: address,
            dataStatus: status,
            advertisingSet: set,
            rssi: Int8(bitPattern: rssi),
            data: data
        )
    }

    private func address(at offset: Int) -> AdvertisingReport.AddressWords? {
        guard let type = parameters.byte(offset),
            let low: UInt32 = parameters.littleEndian(offset + 1),
            let high: UInt16 = parameters.littleEndian(offset + 5)
        else { return nil }
        return .init(value: UInt64(high) << 32 | UInt64(low), type: type)
    }
}
