import Configuration
import Guidance

/// A content pack as `pack.json5` has it, before it is judged.
struct PackFile: Decodable {
    let id: String
    let version: Int
    let code: Code
    let progress: Progress
    let words: [Language: Words]
    let pages: [Page]

    /// The layout of the file that this program reads.
    static let format = 1

    private enum Key: String, CodingKey, CaseIterable {
        case format, id, version, code, progress, words, pages
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        let format = try container.decode(Int.self, forKey: .format)
        guard format == Self.format else {
            throw ConfigurationError("format: \(format); this version reads \(Self.format)")
        }
        id = try container.decode(String.self, forKey: .id)
        guard Self.isName(id) else {
            throw ConfigurationError("id: \(id) is not 1 to 40 characters a-z, 0-9 and -")
        }
        version = try container.decode(Int.self, forKey: .version)
        guard (1...1_000_000).contains(version) else {
            throw ConfigurationError("version: \(version) is not within 1...1000000")
        }
        code = try container.decode(Code.self, forKey: .code)
        progress = try container.decode(Progress.self, forKey: .progress)
        words = try LanguageTable<Words>.decode(container, .words)
        pages = try container.decode([Page].self, forKey: .pages)
        // Before any drawing is read: a pack of ten thousand pages names ten thousand files.
        guard (1...PackChecker.mostPages).contains(pages.count) else {
            throw ConfigurationError(
                "pages: \(pages.count) pages; a pack has 1 to \(PackChecker.mostPages)"
            )
        }
        var names: Set<String> = []
        if let twice = pages.first(where: { !names.insert($0.id).inserted }) {
            throw ConfigurationError("pages: \(twice.id) is there twice")
        }
    }

    /// Whether a text can name packs, pages and drawings, which also are file names.
    static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
            }
    }

    struct Code: Decodable {
        let text: String
        let address: String

        private enum Key: String, CodingKey, CaseIterable {
            case text, address
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            text = try container.decode(String.self, forKey: .text)
            address = try container.decode(String.self, forKey: .address)
        }
    }

    struct Progress: Decodable {
        let percent: Double
        let target: Double

        private enum Key: String, CodingKey, CaseIterable {
            case percent, target
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            percent = try container.decode(Double.self, forKey: .percent)
            target = try container.decode(Double.self, forKey: .target)
            guard (0...100).contains(percent), (0...100).contains(target) else {
                throw ConfigurationError("progress: \(percent), \(target): not within 0...100")
            }
        }
    }

    struct Words: Decodable {
        let review: String
        let caption: String
        let nearby: String
        let progress: String
        let privacy: String

        private enum Key: String, CodingKey, CaseIterable {
            case review, caption, nearby, progress, privacy
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: Key.self)
            review = try container.decode(String.self, forKey: .review)
            caption = try container.decode(String.self, forKey: .caption)
            nearby = try container.decode(String.self, forKey: .nearby)
            progress = try container.decode(String.self, forKey: .progress)
            privacy = try container.decode(String.self, forKey: .privacy)
        }
    }
}

/// An object whose keys are languages.
struct LanguageTable<Value: Decodable>: Decodable {
    let values: [Language: Value]

    private enum Key: String, CodingKey, CaseIterable {
        case vi, km, en
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: Key.self)
        var values: [Language: Value] = [:]
        for key in Key.allCases {
            guard let language = Language(rawValue: key.rawValue) else { continue }
            values[language] = try container.decodeIfPresent(Value.self, forKey: key)
        }
        self.values = values
    }

    static func decode<Key: CodingKey>(
        _ container: KeyedDecodingContainer<Key>,
        _ key: Key
    ) throws -> [Language: Value] {
        try container.decode(LanguageTable<Value>.self, forKey: key).values
    }
}
