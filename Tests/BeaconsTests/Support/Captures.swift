import Fleet

@testable import Beacons

/// Builds captures octet by octet, so that the readers are tested against the formats, not a writer.
enum Captures {
    static let epoch: Int64 = 0x00dc_ddb3_0f2f_8000
    /// 15h00 on 13 August 2020 in Vietnam, in microseconds.
    static let noon: Int64 = 1_597_305_600_000_000

    static func btsnoopHeader(link: UInt32, version: UInt32 = 1) -> [UInt8] {
        Array("btsnoop\0".utf8) + number(version) + number(link)
    }

    static func btsnoopRecord(
        _ packet: [UInt8],
        stamp: Int64 = epoch + noon,
        flags: UInt32 = 3,
        original: UInt32? = nil,
        included: UInt32? = nil
    ) -> [UInt8] {
        let count = UInt32(packet.count)
        return number(original ?? count) + number(included ?? count) + number(flags)
            + number(UInt32(0)) + number(stamp) + packet
    }

    static func btsnoop(link: UInt32, _ records: [[UInt8]]) -> [UInt8] {
        btsnoopHeader(link: link) + records.joined()
    }
}

// MARK: - pcapng

extension Captures {
    static func block(_ type: UInt32, _ body: [UInt8], big: Bool) -> [UInt8] {
        let padded = body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
        let length = number(UInt32(padded.count + 12), big: big)
        return number(type, big: big) + length + padded + length
    }

    static func section(big: Bool, major: UInt16 = 1) -> [UInt8] {
        let body =
            number(UInt32(0x1a2b_3c4d), big: big) + number(major, big: big)
            + number(UInt16(0), big: big) + number(Int64(-1), big: big)
        return block(0x0a0d_0d0a, body, big: big)
    }

    static func option(_ code: UInt16, _ value: [UInt8], big: Bool) -> [UInt8] {
        number(code, big: big) + number(UInt16(value.count), big: big) + value
            + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }

    static func interface(
        link: UInt16,
        resolution: UInt8? = nil,
        offset: Int64? = nil,
        big: Bool
    ) -> [UInt8] {
        var body = number(link, big: big) + [0, 0] + number(UInt32(0), big: big)
        body += option(2, Array("bluetooth0".utf8), big: big)
        if let resolution { body += option(9, [resolution], big: big) }
        if let offset { body += option(14, number(offset, big: big), big: big) }
        body += option(0, [], big: big)
        return block(1, body, big: big)
    }

    static func packet(
        _ packet: [UInt8],
        ticks: UInt64,
        interface: UInt32 = 0,
        claiming: UInt32? = nil,
        big: Bool
    ) -> [UInt8] {
        let count = number(claiming ?? UInt32(packet.count), big: big)
        let body =
            number(interface, big: big) + number(UInt32(ticks >> 32), big: big)
            + number(UInt32(truncatingIfNeeded: ticks), big: big) + count + count + packet
        return block(6, body, big: big)
    }
}

// MARK: - Reading

extension Captures {
    /// What a reader gave, and how it ended.
    struct Read: Equatable {
        var times: [Int64] = []
        var packets: [[UInt8]] = []
        var fault: CaptureError?
    }

    static func read(_ file: [UInt8]) -> Read {
        withView(file) { view in
            var read = Read()
            do throws(CaptureError) {
                var reader = try CaptureReader(view)
                while let event = try reader.next() {
                    read.times.append(event.time.microseconds)
                    read.packets.append(event.packet.withBytes { Array($0) })
                }
            } catch {
                read.fault = error
            }
            return read
        }
    }
}
