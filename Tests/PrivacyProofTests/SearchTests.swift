import Foundation
import Testing

@testable import PrivacyProof

@Suite struct SearchTests {
    static let address: [UInt8] = [0x3f, 0xa2, 0x91, 0xfe, 0x1c, 0x7b]
    static let id: [UInt8] = [0xfb, 0xef, 0xbe, 0x91, 2, 0x77, 200, 0x3e, 9, 0xaa, 0x51, 0xee]

    /// How each value would be written by somebody else, and the encoding it is found under.
    static let writings: [(String, ValueEncoding, [UInt8])] = [address, id].flatMap { value in
        let text = { (format: String, between: String) in
            value.map { String(format: format, $0) }.joined(separator: between)
        }
        let backwards = Data(value.reversed())
        let number = value.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var all: [(String, ValueEncoding, [UInt8])] = [
            ("raw", .raw, value), ("reversed", .reversed, value.reversed()),
            ("hex", .hexadecimal, Array(text("%02x", "").utf8)),
            ("HEX", .hexadecimal, Array(text("%02X", "").utf8)),
            (
                "backwards", .hexadecimal,
                backwards.map { String(format: "%02x", $0) }.joined().utf8 + []
            ),
            ("colons", .colons, Array(text("%02x", ":").utf8)),
            ("COLONS", .colons, Array(text("%02X", ":").utf8)),
            ("dashes", .dashes, Array(text("%02x", "-").utf8)),
            ("DASHES", .dashes, Array(text("%02X", "-").utf8)),
            ("printed", .decimals, Array("\(value)".utf8)),
            ("JSON", .decimals, Array(text("%d", ",").utf8)),
            ("word", .number, Array("\(number)".utf8)),
        ]
        for before in 0...2 {
            for data in [Data(value), backwards] {
                let text = (Data(repeating: 0x5c, count: before) + data + Data([0xd3, 0x1f]))
                    .base64EncodedString()
                let forURLs = text.replacing("+", with: "-").replacing("/", with: "_")
                all.append(("base64 at \(before)", .base64, Array(text.utf8)))
                all.append(("base64url at \(before)", .base64, Array(forURLs.utf8)))
            }
        }
        return all
    }

    @Test("a value is found in every encoding, as another library writes it", arguments: writings)
    func encodings(name: String, encoding: ValueEncoding, written: [UInt8]) {
        var search = Search(Needles(values: [Self.address, Self.id]))
        let findings = search.run(over: [1, 2, 3] + written + [0, 9, 9])
        #expect(findings.hits == [encoding: 1], "\(name)")
        #expect(findings.distinct == 1)
    }

    @Test("the low word of an id is found where the rest of it is not")
    func word() {
        var search = Search(Needles(values: [Self.id]))
        #expect(search.run(over: Self.id.prefix(8) + [0, 0, 0, 0]).hits == [.word: 1])
        #expect(search.run(over: Self.id.prefix(7) + [0, 0, 0, 0]).hits == [:])
    }

    @Test("a value across the border of two pieces is found once", arguments: [1, 5, 6, 11])
    func borders(cut: Int) {
        let place = (1 << 20) - cut
        var bytes = [UInt8](repeating: 0x20, count: 3 << 20)
        bytes.replaceSubrange(place..<place + 12, with: Self.id)
        bytes.replaceSubrange(bytes.count - 6..<bytes.count, with: Self.address)
        var search = Search(Needles(values: [Self.address, Self.id]))
        let findings = search.run(over: bytes)
        #expect(findings.hits == [.raw: 2])
        #expect(findings.bytes == UInt64(bytes.count))
    }

    @Test("nothing is found where nothing is, and one search leaves nothing for the next")
    func nothing() {
        var search = Search(Needles(values: [Self.address, Self.id]))
        _ = search.run(over: Array(Self.id.prefix(6)))
        #expect(search.run(over: Array(Self.id.suffix(6))).total == 0)
        #expect(search.run(over: []).total == 0)
        #expect(
            search.run(over: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }).total == 0
        )
    }

    @Test("the marker is told and not counted")
    func marker() {
        var search = Search(Needles(values: [Self.id], marker: Array("marker-1".utf8)))
        let findings = search.run(over: Array("a marker-1".utf8))
        #expect(findings.hasMarker && findings.total == 0)
    }
}
