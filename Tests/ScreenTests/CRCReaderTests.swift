import Foundation
import Testing

@testable import Screen

@Suite struct CRCReaderTests {
    @Test("the first line's figures are read, the picture's number is not")
    func line() {
        #expect(CRCReader.value(in: "0x0000000f 0x1234abcd\n0x00000010 0x1\n") == 0x1234_abcd)
        #expect(CRCReader.value(in: "XXXXXXXXXX 0xdeadbeef\n") == 0xdead_beef)
        let three = CRCReader.value(in: "0x1 0x1 0x2 0x3\n")
        #expect(three != nil && three != CRCReader.value(in: "0x1 0x3 0x2 0x1\n"))
    }

    @Test(
        "anything else is no figure",
        arguments: ["", "\n", "0x1", "0x1 12", "0x1 0x", "0x1 0x1ffffffff"]
    )
    func refused(text: String) {
        #expect(CRCReader.value(in: text) == nil)
    }

    @Test("a driver without figures gives none")
    func absent() {
        #expect(CRCReader.read(card: 0, crtc: 0, below: "/nonexistent") == nil)
    }

    @Test("a figure is asked for and read")
    func files() throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let crc = folder + "/1/crtc-2/crc"
        try FileManager.default.createDirectory(atPath: crc, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: crc + "/control"))
        try Data("0x00000001 0x000000ff\n".utf8).write(to: URL(fileURLWithPath: crc + "/data"))
        #expect(CRCReader.read(card: 1, crtc: 2, below: folder) == 0xff)
        #expect(try Data(contentsOf: URL(fileURLWithPath: crc + "/control")) == Data("auto".utf8))
    }
}
