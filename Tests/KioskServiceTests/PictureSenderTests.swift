import Testing

@testable import KioskService

@Suite struct PictureSenderTests {
    @Test("the air's pictures are a quarter hour apart at least, a replay's as one likes")
    func interval() {
        #expect(PictureSender.interval(1, of: .air) == 900)
        #expect(PictureSender.interval(3600, of: .air) == 3600)
        #expect(PictureSender.interval(5, of: .replay) == 5)
    }
}
