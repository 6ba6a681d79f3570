import Foundation

/// What every picture of the campaign looked like when somebody last looked: `deploy/pictures/golden`.
///
/// A file for each panel with a line for each picture: name, digest, grid.
/// `deploy/pictures/golden.sh renew` writes it anew.
struct GoldenRecord {
    private(set) var prints: [String: PicturePrint] = [:]
    private let path: URL

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("deploy/pictures/golden")

    /// Whether the tests were asked to write the record anew instead of comparing.
    static let isRenewed = ProcessInfo.processInfo.environment["GOLDEN_RENEW"] == "1"

    /// The record of a panel; empty when there is none.
    init(panel: String) {
        path = Self.folder.appendingPathComponent("\(panel).txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3 else { continue }
            prints[words[0]] = PicturePrint(digest: words[1], cells: words[2])
        }
    }

    /// What differs between the record and the pictures of now, a sentence for each picture.
    func changes(_ now: [String: PicturePrint]) -> [String] {
        Set(prints.keys).union(now.keys).sorted().compactMap { name in
            switch (prints[name], now[name]) {
            case (let old?, let new?): new.change(since: old).map { "\(name): \($0)" }
            case (nil, _): "\(name): is new"
            case (_, nil): "\(name): is gone"
            }
        }
    }

    /// Writes the record anew.
    func renew(_ now: [String: PicturePrint]) throws {
        let head = "# Made by deploy/pictures/golden.sh renew, after looking at the pictures.\n"
        let lines = now.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)\n" }
        try FileManager.default.createDirectory(
            at: Self.folder,
            withIntermediateDirectories: true
        )
        try Data((head + lines.joined()).utf8).write(to: path)
    }
}
