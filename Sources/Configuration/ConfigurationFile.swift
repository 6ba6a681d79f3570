import FoundationEssentials
import SystemIO

/// A settings file that cannot be used: which file, which key, what to do.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Reads settings from JSON5 files, strictly: a key that nobody knows is an error.
package enum ConfigurationFile {
    /// Reads a whole file into a value.
    ///
    /// - Throws: `ConfigurationError`, which names file and key.
    package static func load<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(path, limit: 4 << 20)
        } catch {
            throw ConfigurationError("\(error)")
        }
        return try decode(type, from: bytes, file: path)
    }

    /// Decodes JSON5 bytes; `file` is what errors call them.
    package static func decode<T: Decodable>(
        _ type: T.Type,
        from bytes: [UInt8],
        file: String
    ) throws -> T {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw ConfigurationError("\(file): \(explain(error))")
        } catch let error as ConfigurationError {
            throw ConfigurationError("\(file): \(error)")
        }
    }

    private static func explain(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "\(path(context.codingPath + [key])) is missing"
        case .typeMismatch(let type, let context):
            "\(path(context.codingPath)) is not \(word(for: type))"
        case .valueNotFound(let type, let context):
            "\(path(context.codingPath)) is null, not \(word(for: type))"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "not JSON: \(reason(context))" : "\(path(context.codingPath)): \(reason(context))"
        @unknown default:
            "cannot be read"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type: "a number"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }

    private static func reason(_ context: DecodingError.Context) -> String {
        if let inner = context.underlyingError { return "\(inner)" }
        return context.debugDescription
    }
}
