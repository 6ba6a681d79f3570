import Commands
import KioskService

extension Kiosk {
    /// `kiosk doctor`: what is wrong with this kiosk, and what to do about it.
    static let doctor = Command(
        name: "doctor",
        summary: "Examines the kiosk part by part, says what is wrong and what to do.",
        options: [
            CommandOption("--board", "DIR", help: "The board's folder."),
            CommandOption(
                "--config",
                "FILE",
                help: "The kiosk's settings; \(Defaults.settings) unless given."
            ),
            CommandOption("--json", help: "One JSON object."),
        ],
        notes: """
            Changes nothing, and a kiosk may be running meanwhile. Run it as the kiosk's user with its
            capabilities, or it tells of your own. Exit code 0: nothing fails (warnings may be there),
            1: something fails.
            """
    ) { arguments in
        let subject = DoctorCase(arguments)
        var findings: [PartFinding] = []
        for check in DoctorCheck.all {
            findings += await check.examine(subject)
        }
        if arguments.has("--json") {
            Console.out(DoctorFormat.json(findings))
        } else {
            DoctorFormat.text(findings).forEach { Console.out($0) }
        }
        return DoctorFormat.verdict(findings) == .fail ? .no : .fine
    }
}
