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
    /// Its panel, as far as the display does not tell.
    package let panel: Panel

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
