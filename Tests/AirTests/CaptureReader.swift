import Testing

/// A small decoder of its own, so that the tests do not lean on the code they test.
struct CaptureReader {
    struct Record: Equatable {
        let time: Int64
        let flags: UInt32
        let packet: [UInt8]
    }

    struct Report: Equatable {
        let time: Int64
        let type: UInt8
        let addressType: UInt8
        let address: [UInt8]
        let data: [UInt8]
        let rssi: Int8

        var androidId: [UInt8]? {
            guard data.suffix(4) == [0x03, 0x03, 0x56, 0x4E], data.count >= 20 else { return nil }
            return Array(data.suffix(16).prefix(12))
        }
    }

    let datalink: UInt32
    let records: [Record]

    init(_ bytes: [UInt8]) throws {
        try #require(bytes.count >= 16)
        #expect(Array(bytes.prefix(8)) == Array("btsnoop\0".utf8))
        #expect(Self.number(bytes[8..<12]) == 1)
        datalink = UInt32(Self.number(bytes[12..<16]))
        var records: [Record] = []
        var at = 16
        while at < bytes.count {
            try #require(at + 24 <= bytes.count)
            let length = Int(Self.number(bytes[at..<at + 4]))
            #expect(Self.number(bytes[at + 4..<at + 8]) == UInt64(length))
            #expect(Self.number(bytes[at + 12..<at + 16]) == 0)
            let time = Self.number(bytes[at + 16..<at + 24])
            try #require(at + 24 + length <= bytes.count)
            records.append(
                Record(
                    time: Int64(time) - 0x00DC_DDB3_0F2F_8000,
                    flags: UInt32(Self.number(bytes[at + 8..<at + 12])),
                    packet: Array(bytes[at + 24..<at + 24 + length])
                )
            )
            at += 24 + length
        }
        self.records = records
    }

    /// The reports of all LE Advertising Report events; answers to commands are passed over.
    func legacyReports() throws -> [Report] {
        try records.flatMap { record -> [Report] in
            let event = datalink == 1002 ? Array(record.packet.dropFirst()) : record.packet
            try #require(event.count >= 4)
            if event[0] == 0x0E { return [Report]() }
            try #require(event[0] == 0x3E && event[2] == 0x02)
            #expect(Int(event[1]) == event.count - 2)
            var reports: [Report] = []
            var at = 4
            for _ in 0..<event[3] {
                let length = Int(event[at + 8])
                reports.append(
                    Report(
                        time: record.time,
                        type: event[at],
                        addressType: event[at + 1],
                        address: Array(event[at + 2..<at + 8]),
                        data: Array(event[at + 9..<at + 9 + length]),
                        rssi: Int8(bitPattern: event[at + 9 + length])
                    )
                )
                at += 10 + length
            }
            #expect(at == event.count)
            return reports
        }
    }

    private static func number(_ octets: ArraySlice<UInt8>) -> UInt64 {
        octets.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Octets from a hex text; empty when it is none.
func octets(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).compactMap { offset in
        let start = hex.index(hex.startIndex, offsetBy: offset)
        return UInt8(hex[start...].prefix(2), radix: 16)
    }
}
