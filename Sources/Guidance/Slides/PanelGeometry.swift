/// A panel as its reader sees it: pixels, millimetres and how far away the reader is.
package struct PanelGeometry: Sendable, Hashable {
    /// The panel in pixels, as the reader holds it.
    package let size: PixelSize
    /// Pixels in a millimetre.
    package let density: Double
    /// How far away the text must be legible, in millimetres.
    package let viewing: Double
    /// How far away the code must be readable for a phone, in millimetres.
    package let scanning: Double
    /// Whether the millimetres were given and plausible; else a usual panel of that shape is assumed.
    package let isMeasured: Bool

    /// A panel from what is known of it.
    ///
    /// Cheap panels claim 0 mm or the millimetres of another shape: densities across and down that
    /// differ by more than a fifth, or are not within 0.2 and 30 pixels a millimetre, are not believed.
    /// - Parameters:
    ///   - size: The panel in pixels, as the reader holds it.
    ///   - millimetres: The picture's width and height, nil when unknown.
    ///   - viewing: The reader's distance in metres, nil for the usual one of such a panel.
    ///   - scanning: The distance in metres from which the code is scanned, nil for the usual one.
    package init(
        size: PixelSize,
        millimetres: (width: Double, height: Double)? = nil,
        viewing: Double? = nil,
        scanning: Double? = nil
    ) {
        self.size = size
        let usual = Usual(size)
        let measured = millimetres.flatMap { Self.density(size, $0.width, $0.height) }
        density = measured ?? usual.density
        isMeasured = measured != nil
        self.viewing = 1000 * (viewing ?? usual.viewing)
        self.scanning = 1000 * (scanning ?? usual.scanning)
    }

    private static func density(_ size: PixelSize, _ width: Double, _ height: Double) -> Double? {
        guard width > 0, height > 0 else { return nil }
        let (across, down) = (Double(size.width) / width, Double(size.height) / height)
        let ratio = across / down
        guard (0.8...1.25).contains(ratio), (0.2...30).contains(across) else { return nil }
        return min(across, down)
    }

    /// The font size whose capitals are as high as the distance asks for, in pixels.
    ///
    /// A capital of Noto Sans is 0.714 of the font size. Khmer needs 1.15 of the Latin size, and
    /// coarse panels need whole pixels.
    package func smallestFont(_ language: Language) -> Int {
        let khmer = language == .khmer ? Self.khmerFactor : 1
        let exact = viewing / Self.distanceToCapital / Self.capital * khmer * density
        return max(language.smallestFont, Int(exact + 0.999))
    }

    /// The height of a capital in font sizes, Noto Sans.
    package static let capital = 0.714
    /// How many capital heights away a text may be read: between 16 and 20 minutes of arc.
    package static let distanceToCapital = 200.0
    /// How much larger Khmer must be than Latin letters.
    package static let khmerFactor = 1.15

    /// The fewest pixels of a module with which a phone reads a code from the scanning distance.
    ///
    /// A camera of 1280 pixels over 65 degrees reads a code of n modules up to 288/n sides away.
    package func smallestModule(modules: Int) -> Int {
        let side = scanning * Double(modules) / 288
        return max(CodeElement.smallestModule, Int(side * density / Double(modules) + 0.999))
    }

    /// The usual millimetres and distances of panels of a shape and a number of pixels.
    private struct Usual {
        var density: Double
        var viewing: Double
        var scanning: Double

        init(_ size: PixelSize) {
            let (width, height) = (Double(size.width), Double(size.height))
            let long = max(width, height)
            let short = min(width, height)
            if width > 3 * height {
                // A bar of 28 inches over a bus aisle.
                self.init(density: long / 700, viewing: 2.5, scanning: 0.8)
            } else if short >= 900 {
                // A television of 32 inches.
                self.init(density: short / 398, viewing: 3, scanning: 1)
            } else if short >= 400 {
                // A tablet, 7 to 10 inches.
                self.init(density: max(5.2, short / 150), viewing: 0.9, scanning: 0.3)
            } else {
                // A panel of 3.5 inches at arm's length.
                self.init(density: long / 73.4, viewing: 0.5, scanning: 0.2)
            }
        }

        private init(density: Double, viewing: Double, scanning: Double) {
            self.density = density
            self.viewing = viewing
            self.scanning = scanning
        }
    }
}

/// The shape of a panel in the eyes of its reader, which decides how a slide is arranged.
package enum AspectClass: Sendable, Hashable, CaseIterable {
    /// Wider than high with room for many lines.
    case wide
    /// More than three times as wide as high.
    case bar
    /// Higher than wide.
    case portrait
    /// Wider than high with room for few lines that the reader can read from where he stands.
    case small

    /// The class of a panel.
    package init(_ panel: PanelGeometry) {
        let (width, height) = (panel.size.width, panel.size.height)
        let lines = height / max(1, panel.smallestFont(.vietnamese))
        if width > 3 * height {
            self = .bar
        } else if height > width {
            self = .portrait
        } else {
            self = lines < 16 ? .small : .wide
        }
    }
}
