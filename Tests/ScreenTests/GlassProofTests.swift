import Guidance
import Screen
import Testing

@Suite struct GlassProofTests {
    @Test("the figure is FNV-1a over width, height and pixels")
    func figure() throws {
        let pixels: [UInt8] = [3, 2, 1, 99, 6, 5, 4, 0]
        let frame = try #require(Frame(width: 2, height: 1, stride: 8, pixels: pixels))
        var expected: UInt64 = 0xcbf2_9ce4_8422_2325
        for value: UInt64 in [2, 1, 0x010203, 0x040506] {
            expected = (expected ^ value) &* 0x100_0000_01b3
        }
        #expect(GlassProof(frame) == GlassProof(method: .buffer, digest: expected))
    }

    @Test("it has sixteen digits")
    func digits() {
        #expect(GlassProof(method: .crc, digest: 0xab).description == "crc 00000000000000ab")
    }

    @Test("unused bytes and rows' padding do not count, everything else does")
    func differs() throws {
        let tight = try #require(Samples.noise(width: 9, height: 7))
        var rows: [UInt8] = []
        for row in 0..<7 {
            rows += tight.pixels[(row * 36)..<(row * 36 + 36)]
            rows += [UInt8(row), 2, 3, 4]
        }
        let loose = try #require(Frame(width: 9, height: 7, stride: 40, pixels: rows))
        #expect(GlassProof(tight) == GlassProof(loose))
        for at in 0..<tight.pixels.count {
            var pixels = tight.pixels
            pixels[at] ^= 1
            let other = Frame(width: 9, height: 7, stride: 36, pixels: pixels)
            #expect((GlassProof(tight) == GlassProof(other)) == (at % 4 == 3))
        }
        let wide = Frame(width: 7, height: 9, stride: 28, pixels: tight.pixels)
        #expect(GlassProof(tight) != GlassProof(wide))
    }

    @Test("memory and files prove what was handed over last")
    func outputs() async throws {
        let frame = try #require(Samples.noise(width: 8, height: 4))
        let memory = MemoryOutput(size: frame.size)
        #expect(await memory.proof() == nil)
        try await memory.show(Painted(frame))
        #expect(await memory.proof() == GlassProof(frame))
        let none: any Output = AbsentOutput(reason: "none")
        #expect(await none.proof() == nil)
    }
}
