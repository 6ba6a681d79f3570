import Guidance
import KioskService
import Screen
import SystemIO

extension BoardProfile.Panel {
    /// The output on the SPI panel that the board describes; absent, with the reason, without one.
    func spiOutput() async -> any Output {
        guard let spi else {
            return AbsentOutput(
                reason: "the board says nothing of an SPI panel; add panel.spi to its board.json5"
            )
        }
        do throws(ScreenError) {
            let panel = try SPIPanel(
                controller: spi.model.controller,
                size: PixelSize(width: width, height: height),
                offset: spi.offset,
                rotation: turn,
                isBGR: spi.isBGR,
                isInverted: spi.isInverted,
                isMirrored: spi.isMirrored
            )
            return await SPIPanelOutput(panel) { () throws(ScreenError) in try spi.bus() }
        } catch {
            return AbsentOutput(reason: "\(error)")
        }
    }

    /// How the picture is turned.
    var turn: Rotation { Rotation(rawValue: rotation) ?? .none }

    /// The size of the upright picture.
    var pictureSize: PixelSize { PixelSize(width: picture.width, height: picture.height) }
}

extension SPIWiring {
    /// Opens the bus and takes its lines, which are let go with it.
    fileprivate func bus() throws(ScreenError) -> any PanelBus {
        let dataLine = try Self.line(dc, "panel.spi.dc")
        let resetLine = try reset.map { (place) throws(ScreenError) in
            try Self.line(place, "panel.spi.reset")
        }
        return try SPIBus(
            path: device,
            mode: mode,
            speed: speed,
            dataLine: { try dataLine.set($0) },
            resetLine: resetLine.map { line in { try line.set($0) } }
        )
    }

    private static func line(
        _ place: GPIOLine.Place,
        _ key: String
    ) throws(ScreenError) -> GPIOLine {
        do {
            return try GPIOLine(output: place, isHigh: true, consumer: "bluezone-kiosk")
        } catch {
            throw .device(
                path: key,
                problem: "\(error); free the line or name another, and add the user to group gpio"
            )
        }
    }
}

extension SPIWiring.Model {
    fileprivate var controller: PanelController {
        switch self {
        case .ili9341: .ili9341
        case .ili9486: .ili9486
        case .ili9488: .ili9488
        case .st7789: .st7789
        }
    }
}
