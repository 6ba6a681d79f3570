import Testing

@testable import Beacons

@Suite struct ServiceUUIDTests {
    /// A UUID in text order and the position of its bit in captures of other projects.
    struct Known: CustomTestStringConvertible, Sendable {
        let text: String
        let bit: Int

        init(_ text: String, _ bit: Int) {
            self.text = text
            self.bit = bit
        }

        var testDescription: String { text }

        static let all = [
            Known("00004E56-73F5-4BC4-A12F-17D1AD07A667", 3),
            Known("E20A39F4-73F5-4BC4-A12F-17D1AD07A667", 87),
            Known("C1F5983C-FA94-4AC8-8E2E-BB86D6DE9B21", 78),
            Known("428132AF-4746-42D3-801E-4572D65BFD9B", 85),
            Known("B82AB3FC-1595-4F6A-80F0-FE094CC218F9", 0),
            Known("0000C007-0000-1000-8000-00805F9B34FB", 36),
            Known("0000C008-0000-1000-8000-00805F9B34FB", 59),
            Known("00001001-0000-1000-8000-00805F9B34FB", 57),
            Known("00003333-0000-1000-8000-00805F9B34FB", 57),
        ]
    }

    @Test("a service has the overflow bit that captures show", arguments: Known.all)
    func overflowBit(known: Known) throws {
        let text = try octets(known.text.filter { $0 != "-" })
        let uuid = try #require(withView(text.reversed()) { ServiceUUID($0) })
        #expect(uuid.overflowBit == known.bit)
    }

    @Test("short forms are offsets to the base UUID")
    func shortForms() throws {
        let base = try octets("00004e5600001000800000805f9b34fb")
        #expect(withView(base.reversed()) { ServiceUUID($0) } == .bluezoneAndroid)
        #expect(withView([0x56, 0x4e]) { ServiceUUID($0) } == .bluezoneAndroid)
        #expect(withView([0x56, 0x4e, 0, 0]) { ServiceUUID($0) } == .bluezoneAndroid)
        #expect(withView([0x56, 0x4e, 1, 0]) { ServiceUUID($0) } != .bluezoneAndroid)
    }

    @Test("no other length is a UUID", arguments: [0, 1, 3, 5, 15, 17])
    func otherLengths(count: Int) {
        #expect(withView([UInt8](repeating: 0, count: count)) { ServiceUUID($0) } == nil)
    }
}
