import Configuration
import KioskLogic
import SystemIO
import Testing

@testable import KioskService

@Suite struct PanelProfileTests {
    private static func panel(_ keys: String) throws -> BoardProfile.Panel {
        let whole = "{name: 'b', adapter: 0, panel: {width: 320, height: 480, \(keys)}}"
        return try ConfigurationFile.decode(
            BoardProfile.self,
            from: Array(whole.utf8),
            file: "boards/b/board.json5"
        ).panel
    }

    @Test("a panel of which only the size is said is upright, lit all day, and talked to over CEC")
    func usual() throws {
        let panel = try Self.panel("")
        #expect(panel.rotation == 0 && panel.picture == (320, 480))
        #expect(panel.mode == nil && panel.connector == nil && panel.backlight == nil)
        #expect(panel.rules == PanelLogic.Rules(nightLevel: 0.15, rampSeconds: 30, offHours: nil))
        #expect(panel.hasCEC && panel.spi == nil && panel.pictureMillimetres == nil)
    }

    @Test("every key of a panel is read, and a turned one has its picture turned")
    func all() throws {
        let panel = try Self.panel(
            """
            rotation: 270, mode: '1920x360@60', connector: 'HDMI-A-2', backlight: '10-0045',
            night_percent: 10, off_hours: '22:30-04:30', cec: false, millimetres: [49, 73],
            spi: { device: '/dev/spidev0.0', model: 'ili9488', speed_hz: 48000000, mode: 3,
                   dc: 'GPIO24', reset: 'gpiochip0:25', bgr: false, inverted: true, mirrored: true,
                   offset: [0, 1] }
            """
        )
        #expect(panel.rotation == 270 && panel.picture == (480, 320))
        #expect(try #require(panel.pictureMillimetres) == (73, 49))
        #expect(panel.mode?.description == "1920x360@60" && panel.mode?.refresh == 60)
        #expect(panel.connector == "HDMI-A-2" && panel.backlight == "10-0045" && !panel.hasCEC)
        #expect(panel.rules.nightLevel == 0.1)
        #expect(panel.rules.offHours?.description == "22:30-04:30")
        let spi = try #require(panel.spi)
        #expect(
            (spi.device, spi.model, spi.speed, spi.mode) == (
                "/dev/spidev0.0", .ili9488, 48_000_000, 3
            )
        )
        #expect(spi.dc == .name("GPIO24") && spi.reset == .chip("gpiochip0", offset: 25))
        #expect(spi.isBGR == false && spi.isInverted == true && spi.isMirrored)
        #expect(spi.offset == (0, 1))
    }

    @Test("what an SPI panel leaves out is usual")
    func usualSPI() throws {
        let spi = try #require(
            try Self.panel("spi: {device: '/dev/spidev1.2', model: 'st7789', dc: 'DC'}").spi
        )
        #expect(spi.speed == 32_000_000 && spi.mode == 0 && spi.reset == nil)
        #expect(spi.isBGR == nil && spi.isInverted == nil && !spi.isMirrored)
        #expect(spi.offset == (0, 0))
    }

    static let wrong: [(keys: String, place: String)] = [
        ("rotation: 45", "panel.rotation: 45"), ("rotation: '90'", "panel.rotation"),
        ("mode: '1920x1080p60'", "panel.mode: 1920x1080p60"), ("mode: '1920x1080@'", "panel.mode"),
        ("mode: '1x1@60'", "panel.mode"), ("mode: '1920x1080@60@60'", "panel.mode"),
        ("connector: ''", "panel.connector"), ("connector: 'a/b'", "panel.connector"),
        ("backlight: '../x'", "panel.backlight"), ("night_percent: 0", "panel.night_percent: 0"),
        ("night_percent: 101", "panel.night_percent"),
        ("off_hours: '22:30'", "panel.off_hours: 22:30"), ("cec: 1", "panel.cec"),
        ("brightness: 5", "unknown key panel.brightness"),
        ("spi: {}", "panel.spi.device is missing"),
        ("spi: {device: '/dev/spidev0.0'}", "panel.spi.model is missing"),
        ("spi: {device: '/dev/spidev0.0', model: 'st7789'}", "panel.spi.dc is missing"),
        ("spi: {device: 'spidev0.0', model: 'st7789', dc: 'a'}", "panel.spi.device: spidev0.0"),
        ("spi: {device: '/dev/s', model: 'ili9340', dc: 'a'}", "panel.spi.model: ili9340"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a b'}", "panel.spi.dc"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'gpiochip0'}", "panel.spi.dc"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a', reset: ''}", "panel.spi.reset"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a', speed_hz: 1}", "panel.spi.speed_hz: 1"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a', mode: 4}", "panel.spi.mode: 4"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a', offset: [1]}", "panel.spi.offset"),
        ("spi: {device: '/dev/s', model: 'st7789', dc: 'a', cs: 1}", "unknown key panel.spi.cs"),
    ]

    @Test("a wrong value names its file and key", arguments: wrong)
    func refused(keys: String, place: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try Self.panel(keys) }
        let text = try #require(error).description
        #expect(text.hasPrefix("boards/b/board.json5: ") && text.contains(place), "\(text)")
    }
}
