/// A service UUID as 128 bits, whatever length it was sent in.
///
/// 16- and 32-bit UUIDs are offsets to the Bluetooth base UUID 00000000-0000-1000-8000-00805F9B34FB
/// (Bluetooth Core Vol 3 Part B 2.5.1). On air the least significant byte comes first.
struct ServiceUUID: Equatable {
    private let low: UInt64
    private let high: UInt64

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The UUID that is the given offset to the Bluetooth base UUID.
    init(short: UInt32) {
        self.init(low: 0x8000_0080_5f9b_34fb, high: UInt64(short) << 32 | 0x0000_1000)
    }

    /// Reads 2, 4 or 16 little-endian bytes; nil for any other length.
    init?(_ bytes: ByteView) {
        switch bytes.count {
        case 2:
            guard let short: UInt16 = bytes.littleEndian(0) else { return nil }
            self.init(short: UInt32(short))
        case 4:
            guard let short: UInt32 = bytes.littleEndian(0) else { return nil }
            self.init(short: short)
        case 16:
            guard let low: UInt64 = bytes.littleEndian(0), let high: UInt64 = bytes.littleEndian(8)
            else { return nil }
            self.init(low: low, high: high)
        default:
            return nil
        }
    }

    /// Bluezone on Android, 0x4E56 ("VN" on air).
    static let bluezoneAndroid = ServiceUUID(short: 0x4e56)
    /// Bluezone on iPhones since May 2020, 00004E56-73F5-4BC4-A12F-17D1AD07A667.
    static let bluezoneIOS = ServiceUUID(low: 0xa12f_17d1_ad07_a667, high: 0x0000_4e56_73f5_4bc4)
    /// Exposure Notification (GAEN).
    static let exposureNotification = ServiceUUID(short: 0xfd6f)
    /// OpenTrace of Singapore, B82AB3FC-1595-4F6A-80F0-FE094CC218F9.
    static let openTrace = ServiceUUID(low: 0x80f0_fe09_4cc2_18f9, high: 0xb82a_b3fc_1595_4f6a)
    /// DP-3T, 0xFD68.
    static let dp3t = ServiceUUID(short: 0xfd68)
}

extension ServiceUUID {
    /// The bit of Apple's overflow area that stands for this UUID, 0...127.
    ///
    /// Apple documents no hash. CRC-8 with polynomial x^8 + x^3 + 1 (0x09), start 0, neither reflected
    /// nor inverted, over the 16 bytes in text order, without its top bit, gives the position that
    /// every published capture shows; bit 0 is the lowest bit of the first mask byte.
    var overflowBit: Int {
        var crc: UInt8 = 0
        for word in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                crc ^= UInt8(truncatingIfNeeded: word >> UInt64(shift))
                for _ in 0..<8 {
                    crc = crc & 0x80 != 0 ? crc << 1 ^ 0x09 : crc << 1
                }
            }
        }
        return Int(crc & 0x7f)
    }
}
