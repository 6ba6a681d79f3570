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

    @Test("an absent output says why and drops frames")
    func absent() async throws {
        let output: any Output = AbsentOutput(reason: "none asked for")
        let frame = try #require(Samples.frame(width: 2, height: 2))
        try await output.show(Painted(frame))
        #expect(await output.probe() == .absent(reason: "none asked for"))
        #expect(await output.state.description == "absent: none asked for")
    }
}
