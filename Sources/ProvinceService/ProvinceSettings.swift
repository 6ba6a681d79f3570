import Configuration
package import Fleet

/// The settings of the province's server: the kiosks it knows; a JSON5 file.
package struct ProvinceSettings: Decodable, Sendable {
    /// The fleet, in the order of the page.
    package let kiosks: [RegisteredKiosk]

    package init(kiosks: [RegisteredKiosk]) {
        self.kiosks = kiosks
    }
}

/// A kiosk that may report: what people call it, where it is, and the word that proves it.
package struct RegisteredKiosk: Decodable, Sendable, Equatable {
    package let id: KioskID
    /// What people call it, such as a route and a number plate.
    package let name: String
    /// Where it is, such as a district.
    package let place: String
    /// Word that the kiosk sends with every message.
    package let token: String

    package init(id: KioskID, name: String, place: String, token: String) {
        self.id = id
        self.name = name
        self.place = place
        self.token = token
    }
}

extension ProvinceSettings {
    private enum Key: String, CodingKey, CaseIterable {
        case kiosks
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        kiosks = try container.decode([RegisteredKiosk].self, forKey: .kiosks)
        for (index, kiosk) in kiosks.enumerated()
        where kiosks[..<index].contains(where: { $0.id == kiosk.id }) {
            throw ConfigurationError("kiosks[\(index)].id: \(kiosk.id) is there twice")
        }
    }
}

extension RegisteredKiosk {
    private enum Key: String, CodingKey, CaseIterable {
        case id, name, place, token
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        let text = try container.decode(String.self, forKey: .id)
        let path = (container.codingPath.last?.intValue).map { "kiosks[\($0)]" } ?? "kiosk"
        guard let id = KioskID(text) else {
            throw ConfigurationError("\(path).id: \(text) is not 1 to 40 characters a-z, 0-9 and -")
        }
        self.id = id
        name = try container.decode(String.self, forKey: .name)
        place = try container.decode(String.self, forKey: .place)
        token = try container.decode(String.self, forKey: .token)
        // What a kiosk can send in a header.
        guard token.utf8.count >= 16, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw ConfigurationError(
                "\(path).token: not at least 16 visible ASCII characters without spaces; draw one with "
                    + "`openssl rand -hex 24`"
            )
        }
    }
}
