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
            CommandOption(
                "--minutes",
                "M",
                help: "How long, 1 to 1440; the scene's own unless given."
            ),
            CommandOption("--start", "UNIX", help: "When it begins, in seconds since 1970 UTC."),
            CommandOption("--reception", "SHARE", help: "Share of packets heard, above 0 to 1."),
            CommandOption("--datalink", "N", help: "1001, 1002 (unless given) or 2001."),
            CommandOption(
                "--reports",
                "KIND",
                help: "legacy (unless given), extended, extended-long."
            ),
            CommandOption("--passive", help: "Leave out scan responses."),
        ],
        notes: "Scenes:\n" + scenes
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
            let (capture, truth) = try scene(arguments).render(seed: seed, format: format)
            return (capture, truth.json())
        } catch let error as AirError {
            throw UsageError("\(error)")
        }
    }

    private static func scene(_ arguments: Arguments) throws -> Scene {
        var scene = try Scene.named(arguments.operands[0])
        if let minutes: Int64 = try arguments.number("--minutes", in: 1...1440) {
            scene.length = minutes * 60
        }
        // Up to the year 2100, which every kiosk takes for a time that may be.
        if let start: Int64 = try arguments.number("--start", in: 0...4_102_444_800) {
            scene.start = start
        }
        if let share: Double = try arguments.number("--reception", in: 0...1) {
            scene = try scene.heard(reception: share)
        }
        if arguments.has("--passive") { scene.ear.activeScan = false }
        return scene
    }

    /// One line for each scene: its name, what it is, how long it takes.
    private static var scenes: String {
        let width = Scene.all.map(\.name.count).max() ?? 0
        return Scene.all.map { scene in
            let gap = String(repeating: " ", count: width - scene.name.count + 2)
            return "  \(scene.name)\(gap)\(scene.summary) (\(scene.length / 60) min)"
        }.joined(separator: "\n")
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
