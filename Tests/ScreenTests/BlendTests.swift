import Guidance
import Screen
import Testing

@Suite struct BlendTests {
    /// A picture in which every byte is another one; its rows are longer than its pixels.
    private func picture(width: Int, height: Int) throws -> Frame {
        let stride = width * 4 + 8
        return try #require(
            Frame(
                width: width,
                height: height,
                stride: stride,
                pixels: (0..<stride * height).map { UInt8(truncatingIfNeeded: $0 &* 37 + $0 / 256) }
            )
        )
    }

    private func mixed(_ frame: Frame, amount: Int, sparing: [Box] = []) throws -> Frame {
        let pitch = frame.width * 4 + 4
        var pixels = [UInt8](repeating: 0, count: pitch * frame.height)
        pixels.withUnsafeMutableBytes {
            Blend.mix(
                frame,
                with: Colour(0xFE8001),
                amount: amount,
                sparing: sparing,
                into: $0,
                pitch: pitch
            )
        }
        return try #require(
            Frame(width: frame.width, height: frame.height, stride: pitch, pixels: pixels)
        )
    }

    @Test("each byte is what exact arithmetic gives", arguments: [0, 1, 77, 128, 255, 256])
    func arithmetic(amount: Int) throws {
        for width in [1, 2, 7, 8, 9, 33] {
            let frame = try picture(width: width, height: 3)
            let result = try mixed(frame, amount: amount)
            func part(_ from: UInt8, _ to: Int) -> UInt8 {
                UInt8((Int(from) * (256 - amount) + to * amount + 128) / 256)
            }
            for y in 0..<3 {
                for x in 0..<width {
                    let was = try #require(frame.colour(x: x, y: y))
                    let expected = Colour(
                        red: part(was.red, 0xFE),
                        green: part(was.green, 0x80),
                        blue: part(was.blue, 0x01)
                    )
                    #expect(result.colour(x: x, y: y) == expected, "\(x),\(y) of \(width)")
                }
            }
        }
    }

    @Test("the ends are the picture and the colour, exactly")
    func ends() throws {
        let frame = try picture(width: 19, height: 4)
        let (first, last) = (try mixed(frame, amount: 0), try mixed(frame, amount: 256))
        for y in 0..<4 {
            for x in 0..<19 {
                #expect(first.colour(x: x, y: y) == frame.colour(x: x, y: y))
                #expect(last.colour(x: x, y: y) == Colour(0xFE8001))
            }
        }
    }

    @Test("spared boxes show the picture, also where they leave it")
    func sparing() throws {
        let frame = try picture(width: 19, height: 6)
        let boxes = [
            Box(x: 3, y: 2, width: 5, height: 2), Box(x: 17, y: 4, width: 9, height: 9),
            Box(x: -5, y: -5, width: 3, height: 3), Box(x: 0, y: 90, width: 3, height: 3),
        ]
        let result = try mixed(frame, amount: 256, sparing: boxes)
        for y in 0..<6 {
            for x in 0..<19 {
                let isSpared = boxes.contains { $0.overlaps(Box(x: x, y: y, width: 1, height: 1)) }
                let expected = isSpared ? frame.colour(x: x, y: y) : Colour(0xFE8001)
                #expect(result.colour(x: x, y: y) == expected, "\(x),\(y)")
            }
        }
    }

    @Test("a target that is too small is left alone")
    func small() throws {
        let frame = try picture(width: 4, height: 2)
        var pixels = [UInt8](repeating: 5, count: 31)
        pixels.withUnsafeMutableBytes {
            Blend.mix(frame, with: Colour(0), amount: 9, sparing: [], into: $0, pitch: 16)
        }
        #expect(pixels.allSatisfy { $0 == 5 })
    }
}
