/// What Apple's manufacturer structures (company 0x004C) say about a sender.
///
/// Their content is a row of type, length, value; type 0x01, the overflow area, has no length octet
/// and takes the rest, which must be at least the 16 bytes of its mask.
struct AppleFindings {
    /// The overflow area names the Bluezone service.
    var hasBluezoneOverflow = false
    /// An overflow area was seen, with or without Bluezone's bit.
    var hasOverflow = false
    /// A continuity message that phones send: AirDrop, Handoff, Wi-Fi settings, hotspot, Nearby.
    var hasPhoneMessage = false

    private static let bluezoneBit = ServiceUUID.bluezoneIOS.overflowBit

    mutating func take(_ content: ByteView) {
        var offset = 0
        while let type = content.byte(offset) {
            if type == 0x01 {
                takeOverflow(content, from: offset + 1)
                return
            }
            guard let length = content.byte(offset + 1),
                content.slice(offset + 2, Int(length)) != nil
            else { return }
            if Self.isPhoneMessage(type) { hasPhoneMessage = true }
            offset += 2 + Int(length)
        }
    }

    private mutating func takeOverflow(_ content: ByteView, from offset: Int) {
        guard content.slice(offset, 16) != nil else { return }
        hasOverflow = true
        let bit = Self.bluezoneBit
        guard let byte = content.byte(offset + bit >> 3) else { return }
        if byte >> UInt8(bit & 7) & 1 == 1 { hasBluezoneOverflow = true }
    }

    private static func isPhoneMessage(_ type: UInt8) -> Bool {
        switch type {
        case 0x05, 0x0c, 0x0d, 0x0e, 0x0f, 0x10: true
        default: false
        }
    }
}
