/// What phones send.
extension Advert {
    /// Bluezone on an Android phone: flags of the stack, the 12-octet id, the service 0x4E56.
    ///
    /// 23 octets, or 20 when the stack sends no flags.
    package static func bluezoneAndroid(id: [UInt8], flags value: UInt8?) -> [UInt8] {
        (value.map(flags) ?? []) + manufacturer(0x22B5, id) + services([0x4E56])
    }

    /// Version 1 of Bluezone on an Android phone: a long service number and six letters.
    ///
    /// The app of August does not look for it, so it is not counted. 31 octets.
    package static func bluezoneFirstVersion(id letters: [UInt8]) -> [UInt8] {
        flags(0x02) + manufacturer(0x22B5, letters) + structure(0x07, firstVersionService)
    }

    /// Bluezone open on an iPhone's screen, before iOS 13: service and name, exactly 31 octets.
    package static var bluezoneOpenWithName: [UInt8] {
        flags(0x1A) + structure(0x07, bluezoneService) + bluezoneName
    }

    /// Bluezone open on an iPhone's screen, iOS 13: the name has moved to the scan response.
    package static var bluezoneOpenWithPower: [UInt8] {
        flags(0x1A) + transmitPower + structure(0x07, bluezoneService)
    }

    /// The name of the app, as a structure of its own.
    package static var bluezoneName: [UInt8] {
        name("Bluezone")
    }

    /// The overflow area of an iPhone whose apps run in the background: one bit for each service.
    ///
    /// The type octet 0x01 has no length octet; the bit with number `n` is bit `n % 8` of octet
    /// `n / 8` of the 16-octet mask. Bits outside 0...127 are left out.
    package static func overflow(bits: [Int]) -> [UInt8] {
        var mask = [UInt8](repeating: 0, count: 16)
        for bit in bits where (0..<128).contains(bit) { mask[bit / 8] |= 1 << UInt8(bit % 8) }
        return manufacturer(apple, [0x01] + mask)
    }

    /// The bit of the overflow area that the service of Bluezone falls on.
    package static let bluezoneOverflowBit = 3

    /// An overflow area in the advert itself, with or without the transmit power.
    package static func backgroundiPhone(bits: [Int], withPower: Bool) -> [UInt8] {
        flags(0x1A) + (withPower ? transmitPower : []) + overflow(bits: bits)
    }

    /// Nearby Info, which every iPhone with Continuity sends; the payload is 5 or 6 octets.
    package static func nearbyInfo(_ payload: [UInt8]) -> [UInt8] {
        let length = UInt8(truncatingIfNeeded: payload.count)
        return flags(0x1A) + transmitPower + manufacturer(apple, [0x10, length] + payload)
    }

    /// Google Nearby of an Android phone's Play Services.
    package static func googleNearby(_ token: [UInt8]) -> [UInt8] {
        serviceData(0xFEF3, [0x4A, 0x17, 0x23] + token)
    }

    static let apple: UInt16 = 0x004C

    private static let transmitPower = structure(0x0A, [0x0C])

    /// 00004E56-73F5-4BC4-A12F-17D1AD07A667, least significant octet first.
    private static let bluezoneService: [UInt8] = [
        0x67, 0xA6, 0x07, 0xAD, 0xD1, 0x17, 0x2F, 0xA1, 0xC4, 0x4B, 0xF5, 0x73, 0x56, 0x4E, 0, 0,
    ]

    /// E20A39F4-73F5-4BC4-A12F-17D1AD07A889, least significant octet first.
    private static let firstVersionService: [UInt8] = [
        0x89, 0xA8, 0x07, 0xAD, 0xD1, 0x17, 0x2F, 0xA1, 0xC4, 0x4B, 0xF5, 0x73, 0xF4, 0x39, 0x0A,
        0xE2,
    ]
}
