import Commands
import KioskService

extension Kiosk {
    /// `kiosk outbox`: what waits for the province.
    static let outbox = Command(
        name: "outbox",
        summary: "Tells how many counted quarters are stored and how many wait for the province.",
        options: [
            CommandOption(
                "--config",
                "FILE",
                help: "The kiosk's settings; \(Defaults.settings) unless given."
            ),
            CommandOption("--json", help: "One JSON object."),
        ]
    ) { arguments in
        let settings = try KioskSettings.load(arguments)
        let path = Defaults.database(in: settings.state)
        guard Defaults.exists(path) else {
            throw CommandFailure("\(path): no store yet; it is made when the kiosk runs first")
        }
        let counts = try await KioskStore(reading: path).counts()
        if arguments.has("--json") {
            Console.out(
                "{\"stored\":\(counts.rows),\"waiting\":\(counts.waiting),"
                    + "\"acknowledged_through\":\(counts.acknowledgedThrough)}"
            )
        } else {
            Console.out(
                "\(counts.rows) quarters stored, \(counts.waiting) wait for the province, "
                    + "acknowledged through \(counts.acknowledgedThrough)"
            )
        }
        return .fine
    }
}
