import Guidance
import Screen
import Testing

@Suite struct SPIPanelOutputTests {
    private let bus = RecordingBus()
    private static let red = Colour(red: 0xff, green: 0, blue: 0)

    private func output(_ panel: SPIPanel) async -> SPIPanelOutput {
        let bus = bus
        return await SPIPanelOutput(panel) { bus }
    }

    /// The red picture with three pixels of white, green and blue from (3, 5) on.
    private static func marked(_ size: PixelSize) -> Frame? {
        Picture.frame(size.width, size.height) { x, y in
            switch (x, y) {
            case (3, 5): Colour(red: 0xff, green: 0xff, blue: 0xff)
            case (4, 5): Colour(red: 0, green: 0xff, blue: 0)
            case (5, 5): Colour(red: 0, green: 0, blue: 0xff)
            default: red
            }
        }
    }

    static let models: [(fixture: String, controller: PanelController, size: PixelSize)] = [
        ("ili9341", .ili9341, PixelSize(width: 240, height: 320)),
        ("ili9486", .ili9486, PixelSize(width: 320, height: 480)),
        ("ili9488", .ili9488, PixelSize(width: 320, height: 480)),
        ("st7789", .st7789, PixelSize(width: 240, height: 240)),
    ]

    @Test(
        "every model gets the stream of its data sheet: reset, frame, box, off, on",
        arguments: models
    )
    func stream(fixture: String, controller: PanelController, size: PixelSize) async throws {
        let output: any Output = await output(try SPIPanel(controller: controller, size: size))
        #expect(await output.state == .on(size))
        let first = try #require(Picture.plain(size.width, size.height, Self.red))
        let second = try #require(Self.marked(size))
        try await output.show(Painted(first))
        try await output.show(
            Painted(second, changed: [Box(x: 3, y: 5, width: 3, height: 1)])
        )
        await output.setPower(false)
        #expect(await output.panel.power == .off)
        await output.setPower(true)
        #expect(await output.panel.power == .unknown)
        Self.compare(bus.take(), try RecordingBus.fixture(fixture))
    }

    @Test("a turned panel turns the picture itself", arguments: Rotation.allCases)
    func turned(rotation: Rotation) async throws {
        let panel = try SPIPanel(
            controller: .st7789,
            size: PixelSize(width: 135, height: 240),
            offset: (52, 40),
            rotation: rotation,
            isBGR: true,
            isInverted: false
        )
        let output = await output(panel)
        let size = panel.pictureSize
        #expect(size == rotation.turned(PixelSize(width: 135, height: 240)))
        let first = try #require(Picture.plain(size.width, size.height, Self.red))
        let second = try #require(Self.marked(size))
        try await output.show(Painted(first))
        let begin = bus.take()
        #expect(begin.contains(.command([0x20])) && !begin.contains(.command([0x21])))
        let mode = begin.firstIndex(of: .command([0x36])).map { begin[$0 + 1] }
        try await output.show(
            Painted(second, changed: [Box(x: 3, y: 5, width: 3, height: 1)])
        )
        let steps = [try #require(mode)] + bus.take()
        Self.compare(steps, try RecordingBus.fixture("turned-\(rotation.rawValue)"))
    }

    private static func compare(_ steps: [RecordingBus.Step], _ expected: [RecordingBus.Step]) {
        #expect(steps.count == expected.count)
        for (index, (step, wanted)) in zip(steps, expected).enumerated() where step != wanted {
            Issue.record("step \(index) is \(step) and not \(wanted)")
            return
        }
    }

    @Test("a panel that is set up while it shall be dark lights only when told")
    func dark() async throws {
        bus.isBroken = true
        let output = await output(
            try SPIPanel(controller: .ili9341, size: PixelSize(width: 240, height: 320))
        )
        #expect(await output.state == .absent(reason: "/dev/spidev0.0: broken"))
        await output.setPower(false)
        bus.isBroken = false
        await output.probe()
        let frame = try #require(Picture.plain(240, 320, Self.red))
        try await output.show(Painted(frame))
        let steps = bus.take()
        #expect(!steps.contains(.command([0x11])) && !steps.contains(.command([0x29])))
        await output.setPower(true)
        #expect(bus.take() == [.command([0x11]), .wait(120), .command([0x29])])
    }

    @Test("a bus that fails is a state, and after it comes a whole frame")
    func failure() async throws {
        let output = await output(
            try SPIPanel(controller: .ili9341, size: PixelSize(width: 240, height: 320))
        )
        let frame = try #require(Picture.plain(240, 320, Self.red))
        try await output.show(Painted(frame))
        bus.isBroken = true
        await #expect(throws: ScreenError.self) { try await output.show(Painted(frame)) }
        #expect(await output.state == .absent(reason: "/dev/spidev0.0: broken"))
        try await output.show(Painted(frame))
        bus.isBroken = false
        #expect(await output.probe() == .on(frame.size))
        _ = bus.take()
        try await output.show(Painted(frame, changed: [Box(x: 0, y: 0, width: 1, height: 1)]))
        #expect(
            bus.take().contains(.data(Array(repeatElement([0xf8, 0x00], count: 76_800).joined())))
        )
    }

    @Test("a box outside the picture sends nothing, and a wrong frame is refused")
    func odd() async throws {
        let output = await output(
            try SPIPanel(controller: .ili9341, size: PixelSize(width: 240, height: 320))
        )
        let frame = try #require(Picture.plain(240, 320, Self.red))
        try await output.show(Painted(frame))
        _ = bus.take()
        try await output.show(Painted(frame, changed: [Box(x: 240, y: 0, width: 5, height: 5)]))
        #expect(bus.take().isEmpty)
        let other = try #require(Picture.plain(320, 240, Self.red))
        await #expect(throws: ScreenError.wrongSize(frame: other.size, display: frame.size)) {
            try await output.show(Painted(other))
        }
    }

    @Test(
        "a glass that does not fit its controller is refused",
        arguments: [
            (320, 240, 0, 0), (240, 320, 1, 0), (240, 240, 0, 81), (0, 10, 0, 0), (10, 10, -1, 0),
        ]
    )
    func tooLarge(width: Int, height: Int, column: Int, row: Int) throws {
        let error = #expect(throws: ScreenError.self) {
            try SPIPanel(
                controller: .st7789,
                size: PixelSize(width: width, height: height),
                offset: (column, row)
            )
        }
        #expect(try #require(error).description.contains("panel.rotation"))
    }
}
