import Air
import SystemIO

/// The folder in which a proof is made: the capture, the kiosk's settings, and all that it leaves.
struct ProofFolder {
    let path: String

    var capture: String { path + "/planted.btsnoop" }
    var settings: String { path + "/kiosk.json5" }
    var log: String { path + "/kiosk.log" }
    var state: String { path + "/state" }
    var display: String { path + "/display" }
    var sent: String { path + "/sent.bin" }

    /// Makes the folder's content for a kiosk that reports to an address.
    func fill(_ capture: PlantedCapture, province: String) throws {
        for folder in [state, display] {
            try Files.makeFolder(folder)
        }
        try Files.replace(self.capture, with: capture.bytes, durably: false)
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

    /// What the kiosk said so far.
    var lines: [Substring] {
        let bytes = (try? Files.read(log)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// A path as a string of JSON5.
    private static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
        return "\"" + escaped.joined() + "\""
    }
}
