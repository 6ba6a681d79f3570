import Guidance
import Testing

@Suite struct FrameTests {
    @Test("a frame must have room for its rows")
    func checked() {
        let pixels = [UInt8](repeating: 0, count: 32)
        #expect(Frame(width: 2, height: 4, stride: 8, pixels: pixels) != nil)
        #expect(Frame(width: 2, height: 5, stride: 8, pixels: pixels) == nil)
        #expect(Frame(width: 3, height: 2, stride: 8, pixels: pixels) == nil)
        #expect(Frame(width: 0, height: 2, stride: 8, pixels: pixels) == nil)
    }

    @Test("colours are read as blue, green, red")
    func colours() throws {
        let frame = try #require(Frame(width: 1, height: 1, stride: 4, pixels: [1, 2, 3, 0]))
        #expect(frame.colour(x: 0, y: 0) == Colour(red: 3, green: 2, blue: 1))
        #expect(frame.colour(x: 1, y: 0) == nil)
    }
}
