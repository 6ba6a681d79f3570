import Guidance
import Screen
import Testing

@Suite struct OutputTests {
    @Test("memory keeps the last frame of its size and refuses others")
    func memory() async throws {
        let size = PixelSize(width: 2, height: 2)
        let output = MemoryOutput(size: size)
        let frame = try #require(Samples.frame(width: 2, height: 2))
        let other = try #require(Samples.frame(width: 3, height: 2))
        try await output.show(Painted(frame))
        await #expect(throws: ScreenError.wrongSize(frame: other.size, display: size)) {
            try await output.show(Painted(other))
        }
        #expect(await output.frame == frame)
        #expect(await output.shown == 1)
        #expect(await output.probe() == .on(size))
    }

    @Test("memory takes over what changed and nothing else")
    func changed() async throws {
        let output = MemoryOutput(size: PixelSize(width: 4, height: 4))
        try await output.show(Painted(try #require(Samples.frame(width: 4, height: 4))))
        let other = try #require(
            Frame(width: 4, height: 4, stride: 16, pixels: [UInt8](repeating: 9, count: 64))
        )
        let box = Box(x: 1, y: 2, width: 2, height: 9)
        try await output.show(Painted(other, changed: [box]))
        let seen = try #require(await output.frame)
        for y in 0..<4 {
            for x in 0..<4 {
                let isNew = box.overlaps(Box(x: x, y: y, width: 1, height: 1))
                #expect(seen.colour(x: x, y: y) == Colour(isNew ? 0x090909 : 0x070707))
            }
        }
    }

    @Test("memory fades out to the colour and in to the picture")
    func fades() async throws {
        let output = MemoryOutput(size: PixelSize(width: 4, height: 4))
        let frame = try #require(Samples.frame(width: 4, height: 4))
        let spared = Box(x: 0, y: 0, width: 1, height: 1)
        func fade(_ direction: Fade.Direction) -> Fade {
            Fade(direction, colour: Colour(0x102030), milliseconds: 60, sparing: [spared])
        }
        try await output.run(fade(.out), over: frame)
        #expect(await output.frame?.colour(x: 0, y: 0) == Colour(0x070707))
        #expect(await output.frame?.colour(x: 1, y: 1) == Colour(0x102030))
        try await output.run(fade(.in), over: frame)
        #expect(await output.frame == frame)
        #expect(await output.shown == 0)
        #expect(await output.faded >= 2)
    }

    @Test("an absent output says why and drops frames")
    func absent() async throws {
        let output: any Output = AbsentOutput(reason: "none asked for")
        let frame = try #require(Samples.frame(width: 2, height: 2))
        try await output.show(Painted(frame))
        #expect(await output.probe() == .absent(reason: "none asked for"))
        #expect(await output.state.description == "absent: none asked for")
    }
}
