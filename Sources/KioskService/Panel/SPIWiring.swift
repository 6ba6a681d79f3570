import Configuration
package import SystemIO

/// How a panel hangs on an SPI bus; the key `panel.spi` of a board.
package struct SPIWiring: Sendable {
    /// The controllers that are known.
    package enum Model: String, Sendable, CaseIterable {
        case ili9341, ili9486, ili9488, st7789
    }

    /// The device, such as `/dev/spidev0.0`.
    package let device: String
    package let model: Model
    /// The highest clock rate in Hz.
    package let speed: Int
    /// Clock polarity and phase, 0 to 3.
    package let mode: Int
    /// The line data/command.
    package let dc: GPIOLine.Place
    /// The reset line, nil where it is not wired.
    package let reset: GPIOLine.Place?
    /// Whether blue and red are changed over, nil for as usual with the model.
    package let isBGR: Bool?
    /// Whether it shows a negative otherwise, nil for as usual with the model.
    package let isInverted: Bool?
    /// Whether its columns run the other way than usual with the model.
    package let isMirrored: Bool
    /// The controller's column and row of the first pixel of the glass.
    package let offset: (column: Int, row: Int)
}

extension SPIWiring: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case device, model, mode, dc, reset, bgr, inverted, mirrored, offset
        case speed = "speed_hz"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        device = try container.decode(String.self, forKey: .device)
        guard device.hasPrefix("/"), !device.utf8.contains(0) else {
            throw ConfigurationError("panel.spi.device: \(device) is no path like /dev/spidev0.0")
        }
        let name = try container.decode(String.self, forKey: .model)
        guard let model = Model(rawValue: name) else {
            let known = Model.allCases.map(\.rawValue).joined(separator: ", ")
            throw ConfigurationError("panel.spi.model: \(name) is not one of \(known)")
        }
        self.model = model
        speed = try container.decodeIfPresent(Int.self, forKey: .speed) ?? 32_000_000
        guard (100_000...125_000_000).contains(speed) else {
            throw ConfigurationError(
                "panel.spi.speed_hz: \(speed) is not within 100000...125000000"
            )
        }
        mode = try container.decodeIfPresent(Int.self, forKey: .mode) ?? 0
        guard (0...3).contains(mode) else {
            throw ConfigurationError("panel.spi.mode: \(mode) is not within 0...3")
        }
        dc = try Self.line(container.decode(String.self, forKey: .dc), "dc")
        reset = try container.decodeIfPresent(String.self, forKey: .reset)
            .map { try Self.line($0, "reset") }
        isBGR = try container.decodeIfPresent(Bool.self, forKey: .bgr)
        isInverted = try container.decodeIfPresent(Bool.self, forKey: .inverted)
        isMirrored = try container.decodeIfPresent(Bool.self, forKey: .mirrored) ?? false
        let place = try container.decodeIfPresent([Int].self, forKey: .offset) ?? [0, 0]
        guard place.count == 2, place.allSatisfy((0...480).contains) else {
            throw ConfigurationError("panel.spi.offset: not [COLUMN, ROW] of 0 to 480")
        }
        offset = (place[0], place[1])
    }

    private static func line(_ text: String, _ key: String) throws -> GPIOLine.Place {
        guard let place = GPIOLine.Place(text) else {
            throw ConfigurationError(
                "panel.spi.\(key): \"\(text)\" is no line: its name, or gpiochip0:25"
            )
        }
        return place
    }
}
