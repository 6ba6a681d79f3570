import Configuration
package import Guidance
import SystemIO

/// Reads content packs, and refuses those that break a rule.
///
/// A pack is a folder with `pack.json5` and its drawings as `NAME.svg`. One pack comes inside the
/// program, so that a kiosk without files shows the campaign too.
package enum ContentLoader {
    /// The longest `pack.json5`, in bytes.
    private static let longestPack = 256 << 10

    /// The pack that comes with the program.
    ///
    /// - Throws: `ContentError`; a test sees to it that this pack holds to the rules.
    package static func builtIn() throws(ContentError) -> ContentPack {
        try read(pack: "the built-in pack") { name throws(ContentError) in
            guard let bytes = BuiltInContent.files[name] else {
                throw ContentError(pack: "the built-in pack", reason: "\(name) is not in it")
            }
            return bytes
        }
    }

    /// The pack in a folder.
    ///
    /// - Throws: `ContentError` with the page, the rule and the figure.
    package static func load(folder: String) throws(ContentError) -> ContentPack {
        try read(pack: folder) { name throws(ContentError) in
            do {
                return try Files.read(folder + "/" + name, limit: longestPack)
            } catch {
                throw ContentError(pack: folder, reason: "\(error)")
            }
        }
    }

    /// A pack whose files a closure gives by name.
    package static func read(
        pack: String,
        file: (String) throws(ContentError) -> [UInt8]
    ) throws(ContentError) -> ContentPack {
        let bytes = try file("pack.json5")
        let parsed: PackFile
        do {
            parsed = try ConfigurationFile.decode(PackFile.self, from: bytes, file: "pack.json5")
        } catch {
            throw ContentError(pack: pack, reason: "\(error)")
        }
        var drawings: [String: Drawing] = [:]
        for page in parsed.pages {
            guard let name = page.drawing, drawings[name] == nil else { continue }
            let bytes = try file(name + ".svg")
            do {
                drawings[name] = try SVGReader.read(bytes)
            } catch {
                let finding = Finding(
                    place: page.id,
                    rule: .drawing,
                    figure: "\(name).svg: \(error)"
                )
                throw ContentError(pack: pack, findings: [finding])
            }
        }
        let content = ContentPack(parsed, drawings: drawings)
        let refusals = PackChecker().findings(content).filter { $0.weight == .refusal }
        guard refusals.isEmpty else { throw ContentError(pack: pack, findings: refusals) }
        return content
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
