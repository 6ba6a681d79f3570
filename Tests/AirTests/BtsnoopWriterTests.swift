import Testing

@testable import Air

@Suite struct BtsnoopWriterTests {
    @Test("an empty capture is the header alone")
    func header() {
        let header = octets("6274736e6f6f700000000001000003ea")
        #expect(BtsnoopWriter(datalink: .uart).bytes == header)
    }

    @Test("a record holds lengths, flags, drops and the time since the year 0")
    func record() {
        var writer = BtsnoopWriter(datalink: .uart)
        writer.append(event: [0x3E, 0x00], at: 1)
        let record = octets("0000000300000003000000030000000000dcddb30f2f8001043e00")
        #expect(Array(writer.bytes.dropFirst(16)) == record)
    }

    @Test(
        "each datalink has its own flags and packet start",
        arguments: [
            (BtsnoopWriter.Datalink.unencapsulated, UInt32(3), [UInt8(0x3E), 0x00]),
            (.uart, 3, [0x04, 0x3E, 0x00]),
            (.monitor, 0x0002_0003, [0x3E, 0x00]),
        ]
    )
    func datalinks(datalink: BtsnoopWriter.Datalink, flags: UInt32, packet: [UInt8]) throws {
        var writer = BtsnoopWriter(datalink: datalink, adapter: 2)
        writer.append(event: [0x3E, 0x00], at: 1_597_277_400_000_000)
        let capture = try CaptureReader(writer.bytes)
        #expect(capture.datalink == datalink.rawValue)
        #expect(capture.records.map(\.flags) == [flags])
        #expect(capture.records.map(\.packet) == [packet])
        #expect(capture.records.map(\.time) == [1_597_277_400_000_000])
    }
}
