extension Decoder {
    /// A container of exactly the keys that a type knows.
    ///
    /// - Throws: `ConfigurationError` for a key that is not among them: a misspelt setting that was
    ///   silently ignored would show only when it is missed.
    package func strictContainer<Key: CodingKey & CaseIterable>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        let known = Key.allCases.map(\.stringValue)
        let given = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        if let stranger = given.sorted().first(where: { !known.contains($0) }) {
            let place = codingPath.map(\.stringValue).joined(separator: ".")
            throw ConfigurationError(
                "unknown key \(place.isEmpty ? stranger : "\(place).\(stranger)"); known are "
                    + known.joined(separator: ", ")
            )
        }
        return try container(keyedBy: Key.self)
    }
}

/// A key of any name.
private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init?(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init?(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }
}
