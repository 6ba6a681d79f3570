/// Whether a panel is lit, and how that is known.
package struct PanelState: Sendable, Equatable, CustomStringConvertible {
    /// What is known of its light.
    package enum Power: String, Sendable, Equatable {
        case on
        case off
        /// Nothing that can be asked tells: most HDMI panels take a signal without showing it.
        case unknown
    }

    /// Whether it is lit.
    package var power: Power
    /// How that is known, in a few words.
    package var source: String
    /// The panel's own words about itself, nil when it has none.
    package var asset: PanelAsset?

    /// A state from what is known.
    package init(power: Power, source: String, asset: PanelAsset? = nil) {
        self.power = power
        self.source = source
        self.asset = asset
    }

    package var description: String { "\(power.rawValue) (\(source))" }
}

/// What a panel says of itself in its EDID.
package struct PanelAsset: Sendable, Equatable, CustomStringConvertible {
    /// The maker's three letters.
    package var maker: String
    /// The model's name, else its number in hexadecimal digits.
    package var model: String
    /// The serial number, empty where there is none.
    package var serial: String
    /// The picture's width and height in millimetres, nil where it does not say.
    package var millimetres: [Int]?

    /// A panel's record.
    package init(maker: String, model: String, serial: String, millimetres: [Int]?) {
        self.maker = maker
        self.model = model
        self.serial = serial
        self.millimetres = millimetres
    }

    package var description: String {
        [maker, model, serial].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
