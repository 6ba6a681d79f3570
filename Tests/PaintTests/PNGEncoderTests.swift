import Guidance
import Paint
import Testing

@Suite struct PNGEncoderTests {
    /// The size that the header of a PNG states.
    private func size(of png: [UInt8]) throws -> PixelSize {
        try #require(png.count > 24)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        func number(at start: Int) -> Int {
            png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        return PixelSize(width: number(at: 16), height: number(at: 20))
    }

    @Test(
        "a smaller picture keeps its shape",
        arguments: [
            (1920, 1080, 640, 640, 360), (1920, 360, 640, 640, 120), (1080, 1920, 540, 540, 960),
            (480, 320, 640, 480, 320), (1001, 7, 10, 10, 1), (33, 9, 0, 1, 1),
        ]
    )
    func smaller(width: Int, height: Int, limit: Int, newWidth: Int, newHeight: Int) throws {
        let list = DrawList(size: PixelSize(width: width, height: height), elements: [])
        let frame = try Painter().paint(list).frame
        let png = try Painter().png(frame, maximumWidth: limit)
        #expect(try size(of: png) == PixelSize(width: newWidth, height: newHeight))
        #expect(try size(of: PNGEncoder.encode(frame)) == frame.size)
    }
}
