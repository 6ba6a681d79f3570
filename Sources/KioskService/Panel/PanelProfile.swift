import Configuration
package import KioskLogic

extension BoardProfile {
    /// What a board says of its panel; `docs/panels.md` has the keys.
    package struct Panel: Sendable {
        /// The panel's own pixels, before the picture is turned.
        package var width: Int
        package var height: Int
        /// Width and height of its own picture in millimetres, nil when unknown.
        package var millimetres: [Double]?
        /// How far away its reader is, in metres; nil for the usual distance of such a panel.
        package var viewing: Double?
        /// How far the picture is turned clockwise on it: 0, 90, 180 or 270 degrees.
        package var rotation = 0
        /// The mode to set in place of the one the display prefers.
        package var mode: PanelMode?
        /// The connector it hangs on, such as `HDMI-A-1`; nil for the first with a display.
        package var connector: String?
        /// Its backlight's name in sysfs, nil for the only one.
        package var backlight: String?
        /// Its light by night and its off hours.
        package var rules = PanelLogic.Rules()
        /// Whether a television is talked to over CEC.
        package var hasCEC = true
        /// How it hangs on an SPI bus, nil when it does not.
        package var spi: SPIWiring?

        /// A panel of which only its size is known.
        package init(width: Int, height: Int) {
            self.width = width
            self.height = height
        }

        /// Whether width and height of the upright picture are the panel's height and width.
        package var isSideways: Bool { rotation % 180 != 0 }

        /// Width and height of the upright picture in pixels.
        package var picture: (width: Int, height: Int) {
            isSideways ? (height, width) : (width, height)
        }

        /// Width and height of the upright picture in millimetres, nil when unknown.
        package var pictureMillimetres: (width: Double, height: Double)? {
            guard let millimetres, millimetres.count == 2 else { return nil }
            return isSideways
                ? (millimetres[1], millimetres[0]) : (millimetres[0], millimetres[1])
        }
    }
}

/// A display mode as a profile names it, such as `1920x1080@60`.
package struct PanelMode: Sendable, Hashable, CustomStringConvertible {
    package let width: Int
    package let height: Int
    /// Pictures a second, nil for whatever the display offers.
    package let refresh: Int?

    /// Reads `1920x1080` or `1920x1080@60`; nil for another text or an impossible size.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let sides = (parts.first ?? "").split(separator: "x", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), sides.count == 2, let width = Int(sides[0]),
            let height = Int(sides[1]), (160...7680).contains(width), (160...7680).contains(height)
        else { return nil }
        self.width = width
        self.height = height
        guard parts.count == 2 else {
            refresh = nil
            return
        }
        guard let refresh = Int(parts[1]), (10...240).contains(refresh) else { return nil }
        self.refresh = refresh
    }

    package var description: String { "\(width)x\(height)" + (refresh.map { "@\($0)" } ?? "") }
}

extension BoardProfile.Panel: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case width, height, millimetres, rotation, mode, connector, backlight, cec, spi
        case viewing = "view_distance_m"
        case night = "night_percent"
        case offHours = "off_hours"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        self.init(
            width: try container.decode(Int.self, forKey: .width),
            height: try container.decode(Int.self, forKey: .height)
        )
        guard (120...7680).contains(width), (120...7680).contains(height) else {
            throw ConfigurationError(
                "panel: \(width)x\(height) is not within 120...7680 pixels a side"
            )
        }
        millimetres = try container.decodeIfPresent([Double].self, forKey: .millimetres)
        if let sides = millimetres, sides.count != 2 || !sides.allSatisfy((20...5000).contains) {
            throw ConfigurationError("panel.millimetres: not [WIDTH, HEIGHT] of 20 to 5000")
        }
        viewing = try container.decodeIfPresent(Double.self, forKey: .viewing)
        if let viewing, !(0.2...30).contains(viewing) {
            throw ConfigurationError("panel.view_distance_m: \(viewing) is not within 0.2...30")
        }
        rotation = try container.decodeIfPresent(Int.self, forKey: .rotation) ?? 0
        guard [0, 90, 180, 270].contains(rotation) else {
            throw ConfigurationError("panel.rotation: \(rotation) is not 0, 90, 180 or 270")
        }
        connector = try container.name(.connector, "panel.connector", "HDMI-A-1")
        backlight = try container.name(.backlight, "panel.backlight", "rpi_backlight")
        hasCEC = try container.decodeIfPresent(Bool.self, forKey: .cec) ?? true
        spi = try container.decodeIfPresent(SPIWiring.self, forKey: .spi)
        try readMode(container)
        try readRules(container)
    }

    private mutating func readMode(_ container: KeyedDecodingContainer<Key>) throws {
        guard let text = try container.decodeIfPresent(String.self, forKey: .mode) else { return }
        guard let mode = PanelMode(text) else {
            throw ConfigurationError("panel.mode: \(text) is no mode such as 1920x1080@60")
        }
        self.mode = mode
    }

    private mutating func readRules(_ container: KeyedDecodingContainer<Key>) throws {
        if let percent = try container.decodeIfPresent(Int.self, forKey: .night) {
            guard (1...100).contains(percent) else {
                throw ConfigurationError("panel.night_percent: \(percent) is not within 1...100")
            }
            rules.nightLevel = Double(percent) / 100
        }
        if let text = try container.decodeIfPresent(String.self, forKey: .offHours) {
            guard let hours = OffHours(text) else {
                throw ConfigurationError(
                    "panel.off_hours: \(text) is no span of the day such as 22:30-04:30"
                )
            }
            rules.offHours = hours
        }
    }
}

extension KeyedDecodingContainer {
    /// A name of the kernel's, without slashes and spaces.
    fileprivate func name(_ key: Key, _ place: String, _ example: String) throws -> String? {
        guard let name = try decodeIfPresent(String.self, forKey: key) else { return nil }
        let isPlain = name.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x2f }
        guard (1...64).contains(name.utf8.count), isPlain, !name.hasPrefix(".") else {
            throw ConfigurationError("\(place): \"\(name)\" is no name such as \(example)")
        }
        return name
    }
}
