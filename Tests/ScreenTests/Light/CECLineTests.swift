import Screen
import Synchronization
import Testing

@Suite struct CECLineTests {
    /// A television that answers from a script.
    final class Television: CECPort, Sendable {
        struct State: Sendable {
            var physical: UInt16? = 0x1000
            var logical: UInt8? = 4
            var answer: Result<CECAnswer, ScreenError> = .success(.taken)
            var heard: [[UInt8]] = []
        }

        let state = Mutex(State())

        var physicalAddress: UInt16? { state.withLock { $0.physical } }
        var logicalAddress: UInt8? { state.withLock { $0.logical } }

        func transmit(_ message: CECMessage, reply: UInt8?) throws(ScreenError) -> CECAnswer {
            let answer = state.withLock { state in
                state.heard.append(message.bytes)
                return state.answer
            }
            return try answer.get()
        }

        var heard: [[UInt8]] { state.withLock { $0.heard } }
    }

    private let television = Television()

    /// A line with an adapter that is always there; its path exists.
    private func line() -> CECLine {
        let television = television
        return CECLine(paths: ["/dev/null"]) { _ in television }
    }

    @Test("the television is lit and shown the kiosk, and put into standby")
    func power() async throws {
        let line = line()
        try await line.wake()
        #expect(television.heard == [[0x40, 0x04], [0x4f, 0x82, 0x10, 0x00]])
        try await line.standby()
        #expect(television.heard.last == [0x40, 0x36])
    }

    @Test("its answer is what is known; silence is unknown, nobody is nothing")
    func status() async throws {
        let line = line()
        let reply = try #require(CECMessage(bytes: [0x04, 0x90, 0x01]))
        let cases: [(CECAnswer, PanelState?)] = [
            (.reply(reply), PanelState(power: .off, source: "CEC: standby")),
            (.silence, PanelState(power: .unknown, source: "CEC: no answer")), (.nobody, nil),
        ]
        for (answer, expected) in cases {
            television.state.withLock { $0.answer = .success(answer) }
            #expect(await line.panel() == expected)
        }
        #expect(television.heard == Array(repeating: [0x40, 0x8f], count: 3))
    }

    @Test("without an address nothing is said, and without an adapter neither")
    func nothing() async throws {
        television.state.withLock { $0.logical = nil }
        let line = line()
        try await line.wake()
        #expect(await line.panel() == nil)
        let none = CECLine(folder: "/nonexistent")
        try await none.wake()
        try await none.standby()
        #expect(await none.panel() == nil)
        #expect(television.heard.isEmpty)
    }

    @Test("an adapter without a panel gives way to one that has one")
    func several() async throws {
        let (empty, full) = (Television(), television)
        empty.state.withLock { $0.physical = nil }
        let line = CECLine(paths: ["/dev/null", "/dev/zero"]) { $0 == "/dev/null" ? empty : full }
        try await line.standby()
        #expect(empty.heard.isEmpty && full.heard == [[0x40, 0x36]])
    }

    @Test("an adapter that fails is told, dropped and opened again")
    func failure() async throws {
        let opened = Mutex(0)
        let television = television
        let line = CECLine(paths: ["/dev/null"]) { _ in
            opened.withLock { $0 += 1 }
            return television
        }
        let broken = ScreenError.device(path: "/dev/cec0", problem: "pulled")
        television.state.withLock { $0.answer = .failure(broken) }
        await #expect(throws: broken) { try await line.standby() }
        #expect(await line.panel() == PanelState(power: .unknown, source: "/dev/cec0: pulled"))
        television.state.withLock { $0.answer = .success(.taken) }
        try await line.standby()
        #expect(opened.withLock { $0 } == 3)
    }
}
