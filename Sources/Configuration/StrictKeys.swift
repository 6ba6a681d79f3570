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
            let place = (codingPath + [AnyKey(stranger)]).place
            throw ConfigurationError(
                "unknown key \(place); known are " + known.joined(separator: ", ")
            )
        }
        return try container(keyedBy: Key.self)
    }
}

extension [any CodingKey] {
    /// Where a value is, such as `displays[1].name`.
    var place: String {
        guard !isEmpty else { return "the whole" }
        return reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }
}

/// A key of any name.
private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }
}
