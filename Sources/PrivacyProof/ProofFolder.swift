import Glibc
import SystemIO

/// The folder of a kiosk under examination: its settings, and all that it leaves.
struct ProofFolder {
    let path: String
    /// The planted capture's file.
    let capture: String

    var settings: String { path + "/kiosk.json5" }
    var log: String { path + "/kiosk.log" }
    var state: String { path + "/state" }
    var display: String { path + "/display" }
    var sent: String { path + "/sent.bin" }

    /// Bytes of the log's end that are looked at while waiting: a kiosk that leaks writes many.
    private static let tail = 64 << 10

    /// Makes the folder's content for a kiosk that reports to an address.
    func fill(province: String) throws {
        for folder in [state, display] {
            try Files.makeFolder(folder)
        }
        let text = """
            {
                kiosk: "privacy-proof", state: \(Self.quoted(state)),
                province: {
                    server: "\(province)", token: "a-token-of-the-proof",
                    heartbeat_s: 1, picture_s: 1,
                },
            }

            """
        try Files.replace(settings, with: Array(text.utf8), durably: false)
    }

    /// Whether the kiosk said something lately.
    func says(_ words: String) -> Bool {
        lastLines.contains { $0.contains(words) }
    }

    /// What the kiosk said last.
    var lastLine: String { lastLines.last.map(String.init) ?? "nothing" }

    private var lastLines: [Substring] {
        var bytes = [UInt8](repeating: 0, count: Self.tail)
        guard let file = try? FileDescriptor.open(log, O_RDONLY) else { return [] }
        let length = lseek(file.number, 0, SEEK_END)
        lseek(file.number, max(length - bytes.count, 0), SEEK_SET)
        let count = (try? bytes.withUnsafeMutableBytes { try file.read(into: $0) }) ?? 0
        return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
    }

    /// How many lines the kiosk wrote.
    func lineCount() throws -> Int {
        let file = try FileDescriptor.open(log, O_RDONLY)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var lines = 0
        while true {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { return lines }
            lines += chunk[..<count].count { $0 == UInt8(ascii: "\n") }
        }
    }

    /// A path as a string of JSON5.
    private static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
        return "\"" + escaped.joined() + "\""
    }
}
