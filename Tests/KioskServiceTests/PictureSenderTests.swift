import Guidance
import Testing

@testable import KioskService

@Suite struct PictureSenderTests {
    @Test("the air's pictures are a quarter hour apart at least, a replay's as one likes")
    func interval() {
        #expect(PictureSender.interval(1, of: .air) == 900)
        #expect(PictureSender.interval(3600, of: .air) == 3600)
        #expect(PictureSender.interval(5, of: .replay) == 5)
    }

    private actor Link: ProvinceLink {
        private(set) var sent: [[UInt8]] = []
        private var isDown = false

        func set(isDown: Bool) { self.isDown = isDown }

        func send(_ message: ProvinceMessage) throws -> [UInt8] {
            if isDown { throw FakeStudio.Trouble() }
            if case .screen(let bytes) = message { sent.append(bytes) }
            return []
        }
    }

    @Test("a picture is made when one is due and something else is painted, and not before")
    func due() async throws {
        let (studio, link) = (FakeStudio(), Link())
        let sender = PictureSender(painter: studio, link: link, interval: 10, width: 64)
        let list = DrawList(size: PixelSize(width: 2, height: 2), elements: [])
        try await sender.sendIfDue(now: 0)
        #expect(await link.sent.isEmpty)
        _ = try await studio.paint(list)
        try await sender.sendIfDue(now: 1)
        #expect(await link.sent == [[1, 64]])
        _ = try await studio.paint(list)
        try await sender.sendIfDue(now: 10)
        #expect(await link.sent.count == 1)
        try await sender.sendIfDue(now: 11)
        try await sender.sendIfDue(now: 30)
        #expect(await link.sent == [[1, 64], [2, 64]])
        _ = try await studio.paint(list)
        await link.set(isDown: true)
        await #expect(throws: FakeStudio.Trouble.self) { try await sender.sendIfDue(now: 40) }
        await link.set(isDown: false)
        try await sender.sendIfDue(now: 45)
        #expect(await link.sent.count == 2)
        try await sender.sendIfDue(now: 50)
        #expect(await link.sent.last == [3, 64])
    }
}
