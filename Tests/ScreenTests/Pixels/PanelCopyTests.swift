import Guidance
import Testing

@testable import Screen

@Suite struct PanelCopyTests {
    /// Formats with the bytes that the colour 0xff8040 has in them, counted by hand.
    static let formats: [(name: String, format: PixelFormat, bytes: [UInt8])] = [
        // The frame is copied as it is, with 0xee in the byte that nobody looks at.
        ("XRGB8888", .xrgb8888, [0x40, 0x80, 0xff, 0xee]),
        ("XBGR8888", .xbgr8888, [0xff, 0x80, 0x40, 0x00]),
        // 11111 100000 01000: 0xfc08.
        ("RGB565", .rgb565, [0x08, 0xfc]),
        ("RGB565 on the wire", .wire565, [0xfc, 0x08]),
        ("RGB666 on the wire", .wire666, [0xff, 0x80, 0x40]),
        (
            "BGR565",
            PixelFormat(bits: 16, red: .init(0, 5), green: .init(5, 6), blue: .init(11, 5))
                ?? .rgb565, [0x1f, 0x44]
        ),
        (
            "ARGB1555",
            PixelFormat(
                bits: 16,
                red: .init(10, 5),
                green: .init(5, 5),
                blue: .init(0, 5),
                alpha: .init(15, 1)
            ) ?? .rgb565, [0x08, 0xfe]
        ),
        (
            "BGR888",
            PixelFormat(bits: 24, red: .init(0, 8), green: .init(8, 8), blue: .init(16, 8))
                ?? .rgb565, [0xff, 0x80, 0x40]
        ),
        (
            "RGBA8888",
            PixelFormat(
                bits: 32,
                red: .init(24, 8),
                green: .init(16, 8),
                blue: .init(8, 8),
                alpha: .init(0, 8)
            ) ?? .rgb565, [0xff, 0x40, 0x80, 0xff]
        ),
    ]

    @Test("a colour has its bytes in every format", arguments: formats)
    func colours(name: String, format: PixelFormat, bytes: [UInt8]) throws {
        let colour = Colour(red: 0xff, green: 0x80, blue: 0x40)
        let frame = try #require(Picture.plain(1, 1, colour))
        let copy = PanelCopy(format: format)
        #expect(copy.bytes(of: Box(frame.size), in: frame).bytes == bytes, "\(name)")
    }

    static let boxes = [
        Box(x: 0, y: 0, width: 71, height: 37), Box(x: 3, y: 5, width: 1, height: 1),
        Box(x: 33, y: 1, width: 37, height: 35), Box(x: 0, y: 36, width: 71, height: 1),
        Box(x: 70, y: 0, width: 1, height: 37), Box(x: -5, y: -3, width: 20, height: 9),
        Box(x: 60, y: 30, width: 500, height: 500), Box(x: 80, y: 3, width: 4, height: 4),
        Box(x: 4, y: 4, width: 0, height: 7),
    ]

    @Test(
        "in every format and rotation a box lands where the turned picture has it, and nothing else",
        arguments: formats.map(\.format),
        Rotation.allCases
    )
    func places(format: PixelFormat, rotation: Rotation) throws {
        let frame = try #require(Picture.unique(71, 37))
        let turned = frame.turned(quarters: rotation.rawValue / 90)
        let pitch = turned.width * format.bytes + 6
        for box in Self.boxes {
            var memory = [UInt8](repeating: 0xa5, count: pitch * turned.height)
            let copy = PanelCopy(format: format, rotation: rotation)
            let isCopied = memory.withUnsafeMutableBytes {
                copy.copy(box, of: frame, into: $0, pitch: pitch)
            }
            #expect(isCopied)
            #expect(memory == Self.expected(box, turned, rotation, format, frame.size, pitch))
            let (place, bytes) = copy.bytes(of: box, in: frame)
            #expect(bytes.count == place.width * place.height * format.bytes)
            for row in 0..<place.height where place.width > 0 {
                let from = (place.y + row) * pitch + place.x * format.bytes
                let length = place.width * format.bytes
                #expect(
                    Array(memory[from..<from + length])
                        == Array(bytes[row * length..<(row + 1) * length])
                )
            }
        }
    }

    /// The memory as a slow and simple copy of the turned picture leaves it.
    private static func expected(
        _ box: Box,
        _ turned: Frame,
        _ rotation: Rotation,
        _ format: PixelFormat,
        _ size: PixelSize,
        _ pitch: Int
    ) -> [UInt8] {
        var memory = [UInt8](repeating: 0xa5, count: pitch * turned.height)
        for y in max(0, box.y)..<max(0, min(box.bottom, size.height)) where y < size.height {
            for x in stride(from: max(0, box.x), to: min(box.right, size.width), by: 1) {
                let (left, top) =
                    switch rotation {
                    case .none: (x, y)
                    case .quarter: (size.height - 1 - y, x)
                    case .half: (size.width - 1 - x, size.height - 1 - y)
                    case .threeQuarters: (y, size.width - 1 - x)
                    }
                guard let colour = turned.colour(x: left, y: top) else { continue }
                let value = format.pack(red: colour.red, green: colour.green, blue: colour.blue)
                for byte in 0..<format.bytes {
                    let shift = format.isBigEndian ? format.bytes - 1 - byte : byte
                    memory[top * pitch + left * format.bytes + byte] = UInt8(
                        truncatingIfNeeded: value >> UInt32(8 * shift)
                    )
                }
                // The frame is copied as it is, with the byte that nobody looks at.
                if format == .xrgb8888 { memory[top * pitch + left * 4 + 3] = 0xee }
            }
        }
        return memory
    }

    @Test("a memory that is too small is not written to")
    func tooSmall() throws {
        let frame = try #require(Picture.unique(8, 8))
        var memory = [UInt8](repeating: 1, count: 8 * 32 - 1)
        let isCopied = memory.withUnsafeMutableBytes {
            PanelCopy(format: .xrgb8888).copy(Box(frame.size), of: frame, into: $0, pitch: 32)
        }
        #expect(!isCopied)
        #expect(memory.allSatisfy { $0 == 1 })
    }

    @Test("channels that do not fit make no format")
    func impossible() {
        typealias Channel = PixelFormat.Channel
        let fine = Channel(0, 5)
        #expect(PixelFormat(bits: 8, red: fine, green: fine, blue: fine) == nil)
        #expect(PixelFormat(bits: 30, red: fine, green: fine, blue: fine) == nil)
        #expect(PixelFormat(bits: 32, red: Channel(20, 10), green: fine, blue: fine) == nil)
        #expect(PixelFormat(bits: 16, red: Channel(12, 5), green: fine, blue: fine) == nil)
        #expect(PixelFormat(bits: 16, red: Channel(-1, 5), green: fine, blue: fine) == nil)
        #expect(PixelFormat(bits: 16, red: Channel(0, 0), green: fine, blue: fine) == nil)
        #expect(
            PixelFormat(bits: 16, red: fine, green: fine, blue: fine, alpha: Channel(15, 2)) == nil
        )
    }
}
