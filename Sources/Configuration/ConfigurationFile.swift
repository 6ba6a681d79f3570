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
    /// Longest file taken, in bytes.
    private static let longest = 4 << 20

    /// Reads a whole file into a value.
    ///
    /// - Throws: `ConfigurationError`, which names file and key.
    package static func load<T: Decodable>(_ type: T.Type, from path: String) throws -> T {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(path, limit: longest)
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
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw ConfigurationError("\(file): the file is empty")
        }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw ConfigurationError("\(file): \(explain(error, in: bytes))")
        } catch {
            throw ConfigurationError("\(file): \(error)")
        }
    }

    private static func explain(_ error: DecodingError, in bytes: [UInt8]) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "\((context.codingPath + [key]).place) is missing"
        case .typeMismatch(let type, let context):
            "\(context.codingPath.place) is not \(word(for: type))"
        case .valueNotFound(let type, let context):
            "\(context.codingPath.place) is null, not \(word(for: type))"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? reason(in: bytes) : "\(context.codingPath.place): \(context.debugDescription)"
        @unknown default:
            "cannot be read"
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

    /// Why the whole cannot be decoded; the decoder reports a number that fits no type without its key.
    private static func reason(in bytes: [UInt8]) -> String {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return (try? decoder.decode(Anything.self, from: Data(bytes))) == nil
            ? "not JSON: a bracket, a comma or a quote is missing or too many"
            : "a number in it is too large, or not whole where it must be"
    }

    /// Takes whatever is well-formed.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) throws {}
    }
}
