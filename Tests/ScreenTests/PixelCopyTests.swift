import Guidance
import Screen
import Testing

@Suite struct PixelCopyTests {
    static let sizes = [(1, 1), (17, 33), (16, 16), (5, 40), (64, 3), (31, 47)]

    @Test("a whole frame arrives turned, at every size", arguments: Rotation.allCases, sizes)
    func whole(rotation: Rotation, size: (Int, Int)) throws {
        let frame = try #require(Samples.noise(width: size.0, height: size.1, padding: 12))
        let panel = Panel(rotation.turned(frame.size))
        panel.copy(Box(frame.size), of: frame, rotation: rotation)
        #expect(panel.pixels == Panel.pixels(of: frame.turned(quarters: rotation.rawValue / 90)))
        #expect(panel.isPaddingUntouched)
    }

    @Test("a box arrives at its place and nothing else changes", arguments: Rotation.allCases)
    func boxes(rotation: Rotation) throws {
        let frame = try #require(Samples.noise(width: 37, height: 21, padding: 4))
        let turned = Panel.pixels(of: frame.turned(quarters: rotation.rawValue / 90))
        let boxes = [
            Box(x: 0, y: 0, width: 1, height: 1), Box(x: 36, y: 20, width: 1, height: 1),
            Box(x: 0, y: 5, width: 37, height: 3), Box(x: 30, y: 0, width: 7, height: 21),
            Box(x: 3, y: 2, width: 18, height: 17), Box(x: -5, y: -5, width: 9, height: 50),
            Box(x: 35, y: 19, width: 20, height: 20),
        ]
        for box in boxes {
            let panel = Panel(rotation.turned(frame.size))
            panel.copy(box, of: frame, rotation: rotation)
            let inside = frame.size
            for y in 0..<panel.size.height {
                for x in 0..<panel.size.width {
                    let at = y * panel.size.width + x
                    let pixel = Box(x: x, y: y, width: 1, height: 1)
                    let isIn = rotation.turned(box, in: inside).contains(pixel)
                    #expect(panel.pixels[at] == (isIn ? turned[at] : Panel.untouched))
                }
            }
        }
    }

    @Test(
        "boxes outside the frame change nothing",
        arguments: [
            Box(x: 8, y: 0, width: 4, height: 4), Box(x: 0, y: -9, width: 4, height: 4),
            Box(x: 2, y: 2, width: 0, height: 4),
        ]
    )
    func outside(box: Box) throws {
        let frame = try #require(Samples.noise(width: 8, height: 8))
        for rotation in Rotation.allCases {
            let panel = Panel(frame.size)
            panel.copy(box, of: frame, rotation: rotation)
            #expect(panel.pixels.allSatisfy { $0 == Panel.untouched })
        }
    }
}

/// A panel's memory with padding behind each row.
final class Panel {
    static let untouched: UInt32 = 0xdead_beef
    private static let padding = 5

    let size: PixelSize
    private let memory: UnsafeMutableBufferPointer<UInt32>

    init(_ size: PixelSize) {
        self.size = size
        memory = .allocate(capacity: (size.width + Self.padding) * size.height)
        memory.initialize(repeating: Self.untouched)
    }

    deinit {
        memory.deallocate()
    }

    var pitch: Int { (size.width + Self.padding) * 4 }

    var start: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(memory.baseAddress) }

    /// The pixels without padding, row by row.
    var pixels: [UInt32] {
        (0..<size.height).flatMap { row in
            memory[(row * pitch / 4)..<(row * pitch / 4 + size.width)]
        }
    }

    var isPaddingUntouched: Bool {
        (0..<size.height).allSatisfy { row in
            memory[(row * pitch / 4 + size.width)..<((row + 1) * pitch / 4)]
                .allSatisfy { $0 == Self.untouched }
        }
    }

    func copy(_ box: Box, of frame: Frame, rotation: Rotation) {
        guard let start else { return }
        PixelCopy.copy(box, of: frame, to: start, pitch: pitch, rotation: rotation)
    }

    static func pixels(of frame: Frame) -> [UInt32] {
        (0..<frame.height).flatMap { y in
            (0..<frame.width).map { x in
                let at = y * frame.stride + x * 4
                return (0..<4).reduce(0) { $0 | UInt32(frame.pixels[at + $1]) << UInt32($1 * 8) }
            }
        }
    }
}
