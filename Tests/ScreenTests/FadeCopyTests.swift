import Guidance
import Screen
import Testing

@Suite struct FadeCopyTests {
    private let colour = Colour(0x0B2545)

    /// The picture that a step is to give, by plain arithmetic.
    private func expected(_ frame: Frame, _ fade: Fade, weight: Int) throws -> Frame {
        var pixels: [UInt8] = []
        let parts = [fade.colour.blue, fade.colour.green, fade.colour.red, 0].map(Int.init)
        for y in 0..<frame.height {
            for x in 0..<frame.width {
                let isSpared = fade.sparing.contains {
                    $0.contains(Box(x: x, y: y, width: 1, height: 1))
                }
                for byte in 0..<4 {
                    let old = Int(frame.pixels[y * frame.stride + x * 4 + byte])
                    let mixed = (old * (256 - weight) + parts[byte] * weight) >> 8
                    pixels.append(UInt8(isSpared ? old : mixed))
                }
            }
        }
        let stride = frame.width * 4
        return try #require(
            Frame(width: frame.width, height: frame.height, stride: stride, pixels: pixels)
        )
    }

    @Test(
        "a step is the mixture of picture and colour, but for what is spared",
        arguments: Rotation.allCases,
        [0, 1, 77, 128, 255, 256]
    )
    func steps(rotation: Rotation, weight: Int) throws {
        for (width, height) in [(1, 1), (19, 35), (64, 16), (7, 50)] {
            let frame = try #require(Samples.noise(width: width, height: height, padding: 8))
            let sparing = [Box(x: 2, y: 3, width: 9, height: 8)]
            let fade = Fade(.out, colour: colour, milliseconds: 200, sparing: sparing)
            let panel = Panel(rotation.turned(frame.size))
            FadeCopy(rotation: rotation).write(
                frame,
                fade: fade,
                weight: UInt16(weight),
                to: try #require(panel.start),
                pitch: panel.pitch
            )
            let wanted = try expected(frame, fade, weight: weight)
                .turned(quarters: rotation.rawValue / 90)
            #expect(panel.pixels == Panel.pixels(of: wanted))
            #expect(panel.isPaddingUntouched)
        }
    }

    @Test("both ends are exact: the picture, and the colour alone")
    func ends() throws {
        let frame = try #require(Samples.noise(width: 33, height: 5))
        for (weight, wanted) in [(0, nil), (256, colour)] as [(UInt16, Colour?)] {
            let panel = Panel(frame.size)
            FadeCopy(rotation: .none).write(
                frame,
                fade: Fade(.out, colour: colour, milliseconds: 1, sparing: []),
                weight: weight,
                to: try #require(panel.start),
                pitch: panel.pitch
            )
            let plain = wanted.map { _ in UInt32(0x0B2545) }
            for (got, old) in zip(panel.pixels, Panel.pixels(of: frame)) {
                #expect(got & 0xff_ffff == (plain ?? old) & 0xff_ffff)
            }
        }
    }
}

@Suite struct FadeStepsTests {
    @Test("a fade goes evenly from one end to the other and stays there")
    func weights() {
        let out = FadeSteps(Fade(.out, colour: Colour(0), milliseconds: 200, sparing: []))
        let into = FadeSteps(Fade(.in, colour: Colour(0), milliseconds: 200, sparing: []))
        #expect(
            [-1, 0, 100_000, 199_999, 200_000, .max].map(out.weight(after:))
                == [0, 0, 128, 255, 256, 256]
        )
        #expect([0, 100_000, 199_999, 200_000].map(into.weight(after:)) == [256, 128, 1, 0])
        #expect(out.end == 256 && into.end == 0)
    }

    @Test("a fade that takes no time is at its end at once")
    func cut() {
        let cut = FadeSteps(Fade(.in, colour: Colour(0), milliseconds: 0, sparing: []))
        #expect(cut.weight(after: 0) == 0)
    }
}
