import Configuration
package import Guidance

/// Where a kiosk stands: its sun, and the languages read there.
package struct KioskPlace: Decodable, Sendable {
    /// The sun over it.
    package let sun: Sun
    /// How often each language has its turn.
    package let shares: LanguageShares

    /// A kiosk that was not told its place.
    package static let usual = KioskPlace(sun: .longXuyen, shares: .usual)

    private init(sun: Sun, shares: LanguageShares) {
        self.sun = sun
        self.shares = shares
    }

    private enum Key: String, CodingKey, CaseIterable {
        case latitude, longitude, languages
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        let latitude = try container.decodeIfPresent(Double.self, forKey: .latitude)
        let longitude = try container.decodeIfPresent(Double.self, forKey: .longitude)
        switch (latitude, longitude) {
        case (nil, nil): sun = .longXuyen
        case (let latitude?, let longitude?):
            guard let sun = Sun(latitude: latitude, longitude: longitude) else {
                throw ConfigurationError(
                    "place: \(latitude), \(longitude): not degrees north and east"
                )
            }
            self.sun = sun
        default: throw ConfigurationError("place: latitude and longitude go together")
        }
        guard container.contains(.languages) else {
            shares = .usual
            return
        }
        let parts = try LanguageTable<Int>.decode(container, .languages)
        guard let shares = LanguageShares(parts) else {
            throw ConfigurationError(
                "place.languages: whole parts from 0 to 1000, and vi at least half of them"
            )
        }
        self.shares = shares
    }
}
