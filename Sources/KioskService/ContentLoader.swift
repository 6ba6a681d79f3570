import Configuration
package import Guidance
import SystemIO

/// Reads content packs, and refuses those that break a rule.
///
/// A pack is a folder with `pack.json5` and its drawings as `NAME.svg`. One pack comes inside the
/// program, so that a kiosk without files shows the campaign too.
package enum ContentLoader {
    /// The longest `pack.json5`, in bytes.
    package static let longestPack = 256 << 10
    /// How deep brackets may lie in one another; a good pack needs six.
    private static let deepest = 32

    /// The pack in a folder.
    ///
    /// - Throws: `ContentError` with the page, the rule and the figure.
    package static func load(folder: String) throws(ContentError) -> ContentPack {
        try read(pack: folder) { name throws(ContentError) in
            let limit = name.hasSuffix(".svg") ? SVGReader.longest : longestPack
            do {
                return try PlainFile.read(folder + "/" + name, limit: limit)
            } catch {
                let reason = name.hasSuffix(".svg") ? "\(error)" : "\(name): \(error)"
                throw ContentError(pack: folder, reason: reason)
            }
        }
    }

    /// A pack whose files a closure gives by name.
    package static func read(
        pack: String,
        file: (String) throws(ContentError) -> [UInt8]
    ) throws(ContentError) -> ContentPack {
        let parsed = try packFile(try file("pack.json5"), pack: pack)
        var drawings: [String: Drawing] = [:]
        var refusals: [Finding] = []
        for page in parsed.pages {
            guard let name = page.drawing, drawings[name] == nil else { continue }
            do {
                drawings[name] = try drawing(name, file: file)
            } catch {
                let figure = "\(name).svg: \(error.reason)"
                refusals.append(Finding(place: page.id, rule: .drawing, figure: figure))
                // Something in its place, so that it is complained of once.
                drawings[name] = Drawing(width: 1, height: 1, shapes: [])
            }
        }
        let content = ContentPack(parsed, drawings: drawings)
        refusals += PackChecker().findings(content).filter { $0.weight == .refusal }
        guard refusals.isEmpty else { throw ContentError(pack: pack, findings: refusals) }
        return content
    }

    private static func packFile(
        _ bytes: [UInt8],
        pack: String
    ) throws(ContentError) -> PackFile {
        guard bytes.count <= longestPack else {
            let error = PlainFileError.long(bytes.count, limit: longestPack)
            throw ContentError(pack: pack, reason: "pack.json5: \(error)")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw ContentError(pack: pack, reason: "pack.json5: is not UTF-8; save it as UTF-8")
        }
        let depth = depth(of: bytes)
        guard depth <= deepest else {
            let reason = "pack.json5: brackets are \(depth) deep; at most \(deepest)"
            throw ContentError(pack: pack, reason: reason)
        }
        do {
            return try ConfigurationFile.decode(PackFile.self, from: bytes, file: "pack.json5")
        } catch {
            throw ContentError(pack: pack, reason: "\(error)")
        }
    }

    /// How deep brackets lie in one another, whatever they stand in.
    private static func depth(of bytes: [UInt8]) -> Int {
        var (depth, deepest) = (0, 0)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }

    private static func drawing(
        _ name: String,
        file: (String) throws(ContentError) -> [UInt8]
    ) throws(ContentError) -> Drawing {
        let bytes = try file(name + ".svg")
        do {
            return try SVGReader.read(bytes)
        } catch {
            throw ContentError(pack: name, reason: "\(error)")
        }
    }
}

extension ContentPack {
    /// A pack from what its files say.
    fileprivate init(_ file: PackFile, drawings: [String: Drawing]) {
        self.init(
            id: file.id,
            version: file.version,
            code: GuidancePage.Code(
                text: file.code.text,
                modules: CodeElement.modules(for: file.code.text) ?? 33,
                caption: "",
                address: file.code.address
            ),
            progress: Progress(percent: file.progress.percent, target: file.progress.target),
            words: file.words.mapValues { Words($0) },
            pages: file.pages.map { Page($0) },
            drawings: drawings
        )
    }
}

extension ContentPack.Words {
    fileprivate init(_ words: PackFile.Words) {
        self.init(
            caption: words.caption.spaced,
            nearby: words.nearby.spaced,
            progress: words.progress.spaced,
            privacy: words.privacy.spaced,
            review: words.review == "awaiting"
                ? .awaitingNativeReviewer : .reviewed(by: words.review)
        )
    }
}

extension ContentPack.Page {
    fileprivate init(_ page: PackFile.Page) {
        self.init(
            id: page.id,
            drawing: page.drawing,
            isLive: page.isLive,
            isEssential: page.isEssential,
            marks: page.marks,
            times: page.times,
            texts: page.texts.mapValues { text in
                ContentPack.Text(title: text.title.spaced, steps: text.steps.map(\.spaced))
            }
        )
    }
}

extension String {
    /// The text with `~` as no-break space and `|` as a place to break.
    fileprivate var spaced: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar {
                    case "~": "\u{A0}"
                    case "|": "\u{200B}"
                    default: scalar
                    }
                }
            )
        )
    }
}
