import Air
import Commands
import SystemIO

extension FleetSim {
    /// `fleetsim air`: a capture of a scene, and what really happened in it.
    static let air = Command(
        name: "air",
        summary: "Renders a scene as a btsnoop capture and writes down its truth.",
        operands: ["SCENE"],
        options: [
            CommandOption(
                "--seed",
                "N",
                help: "The same seed gives the same bytes; 1 unless given."
            ),
            CommandOption("--out", "FILE", help: "The capture."),
            CommandOption("--truth", "FILE", help: "The truth, as JSON."),
            CommandOption("--reception", "SHARE", help: "Share of packets heard, 0 to 1."),
            CommandOption("--datalink", "N", help: "1001, 1002 (unless given) or 2001."),
            CommandOption(
                "--reports",
                "KIND",
                help: "legacy (unless given), extended, extended-long."
            ),
            CommandOption("--passive", help: "Leave out scan responses."),
        ],
        notes: "Scenes: " + Scene.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ")
    ) { arguments in
        let out = try arguments.required("--out")
        let (capture, truth) = try render(arguments)
        try Files.replace(out, with: capture)
        if let path = arguments.value("--truth") {
            try Files.replace(path, with: Array(truth.utf8))
        }
        return .fine
    }

    private static func render(_ arguments: Arguments) throws -> (capture: [UInt8], truth: String) {
        let format = try captureFormat(arguments)
        let seed: UInt64 = try arguments.number("--seed", in: 0...UInt64.max) ?? 1
        do {
            var scene = try Scene.named(arguments.operands[0])
            if let share: Double = try arguments.number("--reception", in: 0...1) {
                scene = try scene.heard(reception: share)
            }
            if arguments.has("--passive") { scene.activeScan = false }
            let (capture, truth) = scene.render(seed: seed, format: format)
            return (capture, truth.json())
        } catch let error as AirError {
            throw UsageError("\(error)")
        }
    }

    private static func captureFormat(_ arguments: Arguments) throws(UsageError) -> CaptureFormat {
        let datalink: UInt32 = try arguments.number("--datalink", in: 0...UInt32.max) ?? 1002
        guard let datalink = BtsnoopWriter.Datalink(rawValue: datalink) else {
            throw UsageError("--datalink \(datalink): not 1001, 1002 or 2001")
        }
        let kind = arguments.value("--reports") ?? "legacy"
        guard let reports = CaptureFormat.Reports(rawValue: kind) else {
            throw UsageError("--reports \(kind): not legacy, extended or extended-long")
        }
        return CaptureFormat(datalink: datalink, reports: reports)
    }
}
