import Screen
import Testing

@Suite struct EDIDTests {
    /// A base block that is made of its facts.
    private static func block(
        maker: [UInt8] = [0x10, 0xac],
        centimetres: (UInt8, UInt8) = (48, 27),
        timing: [Int]? = [476, 268],
        texts: [(UInt8, String)] = [(0xfc, "DELL P2219H"), (0xff, "7QX12")]
    ) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 128)
        block.replaceSubrange(0..<8, with: [0, 255, 255, 255, 255, 255, 255, 0])
        block.replaceSubrange(8..<10, with: maker)
        block.replaceSubrange(10..<16, with: [0x34, 0x12, 0x78, 0x56, 0x34, 0x12])
        (block[21], block[22]) = centimetres
        if let timing {
            (block[54], block[55]) = (0x02, 0x3a)
            (block[66], block[67]) = (UInt8(timing[0] & 255), UInt8(timing[1] & 255))
            block[68] = UInt8(timing[0] / 256 * 16 + timing[1] / 256)
        }
        for (index, (tag, text)) in texts.enumerated() {
            let at = 72 + index * 18
            block[at + 3] = tag
            var bytes = Array(text.utf8.prefix(13))
            if bytes.count < 13 { bytes.append(0x0a) }
            while bytes.count < 13 { bytes.append(0x20) }
            block.replaceSubrange((at + 5)..<(at + 18), with: bytes)
        }
        return sealed(block)
    }

    private static func sealed(_ block: [UInt8]) -> [UInt8] {
        var block = block
        block[127] = 0 &- block[..<127].reduce(0, &+)
        return block
    }

    @Test("maker, model, serial number and size are read")
    func complete() throws {
        let edid = try #require(EDID(Self.block()))
        #expect(edid.maker == "DEL")
        #expect(edid.product == 0x1234)
        #expect(edid.serialNumber == 0x1234_5678)
        #expect(
            edid.asset
                == PanelAsset(
                    maker: "DEL",
                    model: "DELL P2219H",
                    serial: "7QX12",
                    millimetres: [476, 268]
                )
        )
    }

    @Test("what is missing is filled from what is there")
    func partial() throws {
        let bare = try #require(EDID(Self.block(timing: nil, texts: []))).asset
        #expect(bare.model == "1234" && bare.serial == "305419896")
        #expect(bare.millimetres == [480, 270])
        let sizeless = try #require(EDID(Self.block(centimetres: (177, 0), timing: [0, 0])))
        #expect(sizeless.millimetres == nil)
        let blank = try #require(EDID(Self.block(texts: [(0xfc, "   "), (0xff, "a\u{1}b")]))).asset
        #expect(blank.model == "1234" && blank.serial == "a?b")
        let full = try #require(EDID(Self.block(texts: [(0xfc, "THIRTEEN CHRS")])))
        #expect(full.name == "THIRTEEN CHRS")
    }

    @Test("extensions behind the first block do not matter")
    func extended() {
        #expect(EDID(Self.block() + [UInt8](repeating: 9, count: 128)) == EDID(Self.block()))
    }

    @Test("what is no sound block is refused")
    func refused() {
        #expect(EDID([]) == nil)
        for length in [1, 8, 54, 127] { #expect(EDID(Array(Self.block()[..<length])) == nil) }
        for index in 0..<128 {
            var broken = Self.block()
            broken[index] ^= 0x10
            #expect(EDID(broken) == nil, "byte \(index)")
        }
        #expect(EDID(Self.block(maker: [0, 0])) == nil)
        #expect(EDID(Self.block(maker: [0xff, 0xff])) == nil)
    }

    @Test("no bytes of the right length and sum do harm")
    func garbage() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = (0..<128).map { _ in UInt8.random(in: 0...255, using: &generator) }
            bytes.replaceSubrange(0..<8, with: [0, 255, 255, 255, 255, 255, 255, 0])
            if let edid = EDID(Self.sealed(bytes)) {
                #expect(edid.maker.utf8.allSatisfy { (0x41...0x5a).contains($0) })
                #expect(edid.asset.model.utf8.allSatisfy { (0x20...0x7e).contains($0) })
            }
        }
    }
}
