import Foundation
import Guidance
import Synchronization
import Testing

@testable import Screen

@Suite struct FbdevOutputTests {
    private let device: MemoryFramebuffer
    private let layout: FramebufferLayout

    init() throws {
        let facts = FramebufferFacts(
            width: 12,
            height: 8,
            bits: 16,
            pitch: 32,
            length: 32 * 9,
            red: .init(11, 5),
            green: .init(5, 6),
            blue: .init(0, 5)
        )
        layout = try FramebufferLayout(facts, path: "/dev/fb9")
        device = MemoryFramebuffer(layout)
    }

    private func output(_ rotation: Rotation = .none) async -> FbdevOutput {
        let device = device
        return await FbdevOutput(path: "/dev/fb9", rotation: rotation) { _ in device }
    }

    /// The memory that a whole frame leaves.
    private func whole(_ frame: Frame, _ rotation: Rotation = .none) -> [UInt8] {
        var memory = [UInt8](repeating: 0, count: layout.length)
        memory.withUnsafeMutableBytes {
            _ = PanelCopy(format: .rgb565, rotation: rotation)
                .copy(Box(frame.size), of: frame, into: $0, pitch: 32)
        }
        return memory
    }

    @Test(
        "a picture is turned on its way, and its size is asked for upright",
        arguments: Rotation.allCases
    )
    func turned(rotation: Rotation) async throws {
        let output = await output(rotation)
        let size = rotation.turned(PixelSize(width: 12, height: 8))
        #expect(await output.state == .on(size))
        let frame = try #require(Picture.unique(size.width, size.height))
        try await output.show(Painted(frame))
        #expect(device.memory == whole(frame, rotation))
    }

    @Test("after the first frame only what changed is copied")
    func changed() async throws {
        let output = await output()
        let first = try #require(Picture.unique(12, 8))
        let second = try #require(Picture.unique(12, 8, seed: 999))
        let box = Box(x: 3, y: 2, width: 5, height: 3)
        // The first frame is whole, whatever its painter says has changed.
        try await output.show(Painted(first, changed: [box]))
        #expect(device.memory == whole(first))
        try await output.show(Painted(second, changed: [box]))
        var expected = whole(first)
        let all = whole(second)
        for y in 2..<5 { expected[y * 32 + 6..<y * 32 + 16] = all[y * 32 + 6..<y * 32 + 16] }
        #expect(device.memory == expected)
        try await output.show(Painted(second, changed: []))
        #expect(device.memory == expected)
        try await output.show(Painted(second))
        #expect(device.memory == all)
    }

    @Test("a frame of another size is refused, and a passage cuts")
    func sizes() async throws {
        let output = await output()
        let frame = try #require(Picture.unique(12, 8))
        let other = try #require(Picture.unique(8, 12))
        await #expect(throws: ScreenError.wrongSize(frame: other.size, display: frame.size)) {
            try await output.show(Painted(other))
        }
        let colour = Colour(red: 0, green: 0, blue: 0)
        for direction in [Fade.Direction.out, .in] {
            try await output.run(
                Fade(direction, colour: colour, milliseconds: 200, sparing: []),
                over: frame
            )
        }
        #expect(device.memory == whole(frame))
    }

    @Test("blanking is asked of the driver, and what it answered is told")
    func blanking() async {
        let output: any Output = await output()
        #expect(await output.panel.power == .unknown)
        await output.setPower(false)
        #expect(await output.panel == PanelState(power: .off, source: "framebuffer blanked"))
        await output.setPower(true)
        #expect(device.blanks == [false, true])
        device.state.withLock { $0.canBlank = false }
        await output.setPower(false)
        #expect(await output.panel.source == "framebuffer cannot be blanked")
    }

    @Test("another mode is opened anew, and gets a whole frame")
    func modeChange() async throws {
        let opened = Mutex(0)
        let device = device
        let output = await FbdevOutput(path: "/dev/fb9", rotation: .none) { _ in
            opened.withLock { $0 += 1 }
            return device
        }
        await output.setPower(false)
        await output.probe()
        #expect(opened.withLock { $0 } == 1)
        let facts = FramebufferFacts(
            width: 4,
            height: 4,
            bits: 32,
            pitch: 16,
            length: 64,
            red: .init(16, 8),
            green: .init(8, 8),
            blue: .init(0, 8)
        )
        let changed = try FramebufferLayout(facts, path: "/dev/fb9")
        device.state.withLock { $0.layout = .success(changed) }
        #expect(await output.probe() == .on(PixelSize(width: 4, height: 4)))
        #expect(opened.withLock { $0 } == 2)
        // What was dark stays dark.
        #expect(device.blanks == [false, false])
        let gone = ScreenError.device(path: "/dev/fb9", problem: "gone")
        device.state.withLock { $0.layout = .failure(gone) }
        #expect(await output.probe() == .absent(reason: "/dev/fb9: gone"))
        let frame = try #require(Picture.unique(4, 4))
        try await output.show(Painted(frame, changed: []))
        device.state.withLock { $0.layout = .success(changed) }
        await output.probe()
        try await output.show(Painted(frame, changed: []))
        #expect(Array(device.memory[..<64]) == Self.packed(frame))
    }

    private static func packed(_ frame: Frame) -> [UInt8] {
        (0..<frame.height).flatMap { y in
            frame.pixels[y * frame.stride..<y * frame.stride + frame.width * 4]
        }
    }

    static let absent: [(path: String, words: String)] = [
        ("/nonexistent/fb0", "there is no such framebuffer"),
        ("/dev/null", "no framebuffer"),
        ("/tmp", "cannot be opened: Is a directory"),
    ]

    @Test("a device that is none is a state with the path and a remedy", arguments: absent)
    func absence(path: String, words: String) async throws {
        let output = await FbdevOutput(path: path)
        guard case .absent(let reason) = await output.state else {
            Issue.record("\(path) is said to be there")
            return
        }
        #expect(reason.hasPrefix(path) && reason.contains(words))
        let frame = try #require(Picture.unique(4, 4))
        try await output.show(Painted(frame))
        await output.setPower(false)
        #expect(await output.panel.power == .unknown)
    }
}
