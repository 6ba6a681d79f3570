import Fleet

/// Reads btsnoop: a 16-byte header, then records of 24 bytes and a packet, all big-endian.
///
/// Source: RFC 1761 (snoop) as Bluetooth stacks use it; BlueZ `src/shared/btsnoop.c` for datalinks.
struct BtsnoopReader {
    /// `btsnoop` and a zero.
    static let magic: UInt64 = 0x6274_736e_6f6f_7000
    /// Microseconds from the format's year 0 to 1970.
    private static let epoch: Int64 = 0x00dc_ddb3_0f2f_8000
    private static let recordHeader = 24

    private enum Datalink: UInt32 {
        /// HCI packets without a type octet; the flags tell commands and events from data.
        case unencapsulated = 1001
        /// HCI packets behind an H4 type octet.
        case h4 = 1002
        /// The Linux monitor's packets; the flags hold adapter index and opcode.
        case monitor = 2001
    }

    private let file: ByteView
    private let datalink: Datalink
    private var offset = 16
    private var records = 0

    init(_ file: ByteView) throws(CaptureError) {
        guard let version: UInt32 = file.bigEndian(8), let link: UInt32 = file.bigEndian(12) else {
            throw .cut(offset: file.count, records: 0)
        }
        guard version == 1 else { throw .unsupportedVersion(version) }
        guard let datalink = Datalink(rawValue: link) else { throw .unknownDatalink(link) }
        self.file = file
        self.datalink = datalink
    }

    mutating func next() throws(CaptureError) -> CapturedEvent? {
        while offset < file.count {
            guard let original: UInt32 = file.bigEndian(offset),
                let included: UInt32 = file.bigEndian(offset + 4),
                let flags: UInt32 = file.bigEndian(offset + 8),
                let stamp: UInt64 = file.bigEndian(offset + 16)
            else { throw .cut(offset: offset, records: records) }
            guard included <= original else {
                throw damaged("a record of \(original) bytes claims to hold \(included)")
            }
            let time = Instant(microseconds: Int64(bitPattern: stamp) &- Self.epoch)
            guard Instant.plausible.contains(time) else {
                throw damaged("a time stamp outside 1970...2200")
            }
            guard let packet = file.slice(offset + Self.recordHeader, Int(included)) else {
                throw .cut(offset: offset, records: records)
            }
            offset += Self.recordHeader + Int(included)
            records += 1
            if let event = event(in: packet, flags: flags) {
                return CapturedEvent(time: time, packet: event)
            }
        }
        return nil
    }

    /// The event packet in a record, nil when the record is something else.
    private func event(in packet: ByteView, flags: UInt32) -> ByteView? {
        switch datalink {
        case .unencapsulated:
            // Bit 0: received from the controller; bit 1: a command or an event.
            flags & 3 == 3 ? packet : nil
        case .h4:
            packet.byte(0) == 0x04 ? packet.suffix(from: 1) : nil
        case .monitor:
            flags & 0xffff == 3 ? packet : nil
        }
    }

    private func damaged(_ reason: String) -> CaptureError {
        .damaged(offset: offset, records: records, reason: reason)
    }
}
