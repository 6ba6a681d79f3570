import Testing

@testable import Radio

@Suite struct CommandAnswerTests {
    @Test("a Command Complete gives its status and what follows")
    func complete() throws {
        let packet: [UInt8] = [0x04, 0x0e, 0x06, 0x01, 0x03, 0x20, 0x00, 0x01, 0x10]
        let answer = try #require(CommandAnswer(packet, to: 0x2003))
        #expect(answer.status == 0)
        #expect(answer.returned == [0x01, 0x10])
    }

    @Test("a Command Status gives its status only")
    func status() throws {
        let packet: [UInt8] = [0x04, 0x0f, 0x04, 0x01, 0x01, 0x03, 0x20]
        let answer = try #require(CommandAnswer(packet, to: 0x2003))
        #expect(answer.status == 1)
        #expect(answer.returned.isEmpty)
    }

    static let others: [(name: String, packet: [UInt8])] = [
        ("nothing", []),
        ("an answer to another command", [0x04, 0x0e, 0x04, 0x01, 0x0c, 0x20, 0x00]),
        ("a status of another command", [0x04, 0x0f, 0x04, 0x00, 0x01, 0x0c, 0x20]),
        ("no status", [0x04, 0x0e, 0x03, 0x01, 0x03, 0x20, 0x00]),
        ("a length beyond its end", [0x04, 0x0e, 0x05, 0x01, 0x03, 0x20, 0x00]),
        ("a short status", [0x04, 0x0f, 0x03, 0x00, 0x01, 0x03]),
        ("an advert", [0x04, 0x3e, 0x04, 0x01, 0x03, 0x20, 0x00]),
        ("no event", [0x02, 0x0e, 0x04, 0x01, 0x03, 0x20, 0x00]),
    ]

    @Test("what is no answer to the command is none", arguments: others)
    func other(name: String, packet: [UInt8]) {
        #expect(CommandAnswer(packet, to: 0x2003) == nil, "\(name)")
    }
}
