import Configuration
package import KioskLogic

/// What a board is made of; `boards/<board>/board.json5`.
package struct BoardProfile: Decodable, Sendable {
    /// What people call the board.
    package let name: String
    /// Its Bluetooth adapters, at least one.
    package let adapters: [AdapterSpec]
    /// Whether phones are asked for their scan response, which some iPhones need to be told.
    package let isActiveScan: Bool
    /// Size of its panel in pixels, for displays that do not tell.
    package let panel: Panel

    package struct Panel: Decodable, Sendable {
        package let width: Int
        package let height: Int
        /// Width and height of its picture in millimetres, nil when unknown.
        package var millimetres: [Double]?
        /// How far away its reader is, in metres; nil for the usual distance of such a panel.
        package var viewing: Double?
        /// How far its picture is turned clockwise, in degrees: 0, 90, 180 or 270.
        package var rotation = 0
        /// The mode in place of the one it prefers, `WIDTHxHEIGHT` or `WIDTHxHEIGHT@HZ`; nil for that.
        package var mode: String?
        /// The connector it hangs on, such as `HDMI-A-1`; nil for the first that is plugged in.
        package var connector: String?
    }

    /// A board that nobody described: a full HD panel and the first adapter.
    package static let usual = BoardProfile(
        name: "unnamed board",
        adapters: [.index(0)],
        isActiveScan: false,
        panel: Panel(width: 1920, height: 1080)
    )
}

extension BoardProfile {
    private enum Key: String, CodingKey, CaseIterable {
        case name, adapter, panel
        case isActiveScan = "active_scan"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        name = try container.decode(String.self, forKey: .name)
        adapters = try container.decode(AdapterChoice.self, forKey: .adapter).specs
        isActiveScan = try container.decodeIfPresent(Bool.self, forKey: .isActiveScan) ?? false
        panel = try container.decode(Panel.self, forKey: .panel)
    }
}

extension BoardProfile.Panel {
    private enum Key: String, CodingKey, CaseIterable {
        case width, height, millimetres, rotation, mode, connector
        case viewing = "view_distance_m"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        width = try container.decode(Int.self, forKey: .width)
        height = try container.decode(Int.self, forKey: .height)
        guard (160...7680).contains(width), (160...7680).contains(height) else {
            throw ConfigurationError(
                "panel: \(width)x\(height) is not within 160...7680 pixels a side"
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
        mode = try container.decodeIfPresent(String.self, forKey: .mode)
        connector = try container.decodeIfPresent(String.self, forKey: .connector)
    }
}
