/// A btsnoop capture that grows record by record in memory.
///
/// All numbers in the file are big endian; times are microseconds since the year 0. Source: the
/// format of Android's snoop log and of `btmon -w`.
package struct BtsnoopWriter: Sendable {
    /// What stands in front of each HCI packet.
    package enum Datalink: UInt32, Sendable, CaseIterable {
        /// 1001: bare HCI; the flags alone tell what a record is.
        case unencapsulated = 1001
        /// 1002: the packet type octet of the UART transport, as in Android's logs.
        case uart = 1002
        /// 2001: the monitor channel of Linux; flags hold adapter number and opcode.
        case monitor = 2001
    }

    /// The file so far: whole records only.
    package private(set) var bytes: [UInt8]

    private let datalink: Datalink
    private let adapter: UInt16

    /// An empty capture; the adapter number matters only to the monitor's datalink.
    package init(datalink: Datalink, adapter: UInt16 = 0) {
        self.datalink = datalink
        self.adapter = adapter
        bytes = Array("btsnoop\0".utf8)
        append(UInt32(1))
        append(datalink.rawValue)
    }

    /// Adds one HCI event that was received at a time in microseconds since 1970 UTC.
    package mutating func append(event: [UInt8], at time: Int64) {
        let packet = datalink == .uart ? [Self.eventPacketType] + event : event
        let length = UInt32(truncatingIfNeeded: packet.count)
        append(length)
        append(length)
        append(flags)
        append(UInt32(0))
        append(UInt64(bitPattern: Self.epoch &+ time))
        bytes += packet
    }

    /// Microseconds from the year 0 to 1970.
    private static let epoch: Int64 = 0x00DC_DDB3_0F2F_8000
    private static let eventPacketType: UInt8 = 0x04

    /// "Received" and "command or event", or for the monitor the opcode "event packet".
    private var flags: UInt32 {
        datalink == .monitor ? UInt32(adapter) << 16 | 3 : 3
    }

    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}
