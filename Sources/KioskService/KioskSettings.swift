import Configuration
package import Fleet

/// The settings of one kiosk: who it is and whom it reports to; a JSON5 file.
package struct KioskSettings: Decodable, Sendable {
    /// Its name in the fleet.
    package let kiosk: KioskID
    /// The one folder it writes to.
    package let state: String
    /// The province's server; nil for a kiosk that reports to nobody.
    package let province: Province?
    /// Quarters released in a day, 1 to 96; each spends epsilon 1, and settings can only spend less.
    package let mostQuartersADay: Int
    /// Where it stands.
    package let place: KioskPlace
    /// Folder of its content pack; nil for the pack inside the program.
    package let content: String?

    /// The settings of a kiosk that has none: it counts and shows, and reports to nobody.
    package init(alone state: String) {
        kiosk = .unnamed
        self.state = state
        province = nil
        mostQuartersADay = DayBudget.quarters
        place = .usual
        content = nil
    }

    /// Where the province is and how often to speak to it.
    package struct Province: Decodable, Sendable {
        /// Address without a path, such as `https://bluezone.angiang.example`.
        package let server: String
        /// PEM file of the authority that signed the server's certificate, nil for the system's list.
        package let authority: String?
        /// Word that proves which kiosk is speaking.
        package let token: String
        /// Seconds between messages when there is nothing new, 1 to 86400.
        package let heartbeatSeconds: Int
        /// Seconds between pictures of the screen, 1 to 86400; 0 for none.
        package let pictureSeconds: Int
        /// Width of these pictures in pixels.
        package let pictureWidth: Int
    }
}

extension KioskSettings {
    private enum Key: String, CodingKey, CaseIterable {
        case kiosk, state, province, place, content
        case mostQuartersADay = "quarters_a_day"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        let name = try container.decode(String.self, forKey: .kiosk)
        guard let kiosk = KioskID(name) else {
            throw ConfigurationError("kiosk: \(name) is not 1 to 40 characters a-z, 0-9 and -")
        }
        self.kiosk = kiosk
        state = try container.decode(String.self, forKey: .state)
        guard !state.isEmpty else { throw ConfigurationError("state: no folder is named") }
        province = try container.decodeIfPresent(Province.self, forKey: .province)
        place = try container.decodeIfPresent(KioskPlace.self, forKey: .place) ?? .usual
        content = try container.decodeIfPresent(String.self, forKey: .content)
        mostQuartersADay =
            try container.decodeIfPresent(Int.self, forKey: .mostQuartersADay) ?? DayBudget.quarters
        guard (1...DayBudget.quarters).contains(mostQuartersADay) else {
            throw ConfigurationError(
                "quarters_a_day: \(mostQuartersADay) is not within 1...\(DayBudget.quarters)"
            )
        }
    }
}

extension KioskSettings.Province {
    private enum Key: String, CodingKey, CaseIterable {
        case server, authority, token
        case heartbeatSeconds = "heartbeat_s"
        case pictureSeconds = "picture_s"
        case pictureWidth = "picture_width"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        server = try container.decode(String.self, forKey: .server)
        guard server.hasPrefix("https://") || server.hasPrefix("http://"), !server.hasSuffix("/")
        else {
            throw ConfigurationError(
                "province.server: \(server) is not https://HOST[:PORT] without a slash at its end"
            )
        }
        guard server.hasPrefix("https://") || Self.isLoopback(server) else {
            throw ConfigurationError(
                "province.server: \(server) would send in clear; use https:// (http:// is for loopback)"
            )
        }
        authority = try container.decodeIfPresent(String.self, forKey: .authority)
        token = try container.decode(String.self, forKey: .token)
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw ConfigurationError(
                "province.token: not visible ASCII characters without spaces; draw one with "
                    + "`openssl rand -hex 24`"
            )
        }
        heartbeatSeconds = try container.number(.heartbeatSeconds, in: 1...86400, usually: 3600)
        pictureSeconds = try container.number(.pictureSeconds, in: 0...86400, usually: 3600)
        pictureWidth = try container.number(.pictureWidth, in: 64...1920, usually: 640)
    }
}

extension KioskSettings.Province {
    private static func isLoopback(_ server: String) -> Bool {
        let host = server.dropFirst("http://".count)
        return ["127.0.0.1", "localhost", "[::1]"].contains { name in
            host == name || host.hasPrefix(name + ":")
        }
    }
}

extension KeyedDecodingContainer {
    /// A whole number within bounds, or its usual value when it is not given.
    fileprivate func number(
        _ key: Key,
        in bounds: ClosedRange<Int>,
        usually value: Int
    ) throws -> Int {
        let number = try decodeIfPresent(Int.self, forKey: key) ?? value
        guard bounds.contains(number) else {
            let place = (codingPath + [key]).map(\.stringValue).joined(separator: ".")
            throw ConfigurationError("\(place): \(number) is not within \(bounds)")
        }
        return number
    }
}
