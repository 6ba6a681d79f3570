import Commands
import Fleet
import Glibc
import KioskService
import Lifecycle
import SystemIO

extension Kiosk {
    /// `kiosk run`: the service.
    static let run = Command(
        name: "run",
        summary: "Runs the kiosk: shows the guidance, counts, reports.",
        options: [
            CommandOption(
                "--board",
                "DIR",
                help: "The board's folder, such as boards/generic-x86."
            ),
            CommandOption(
                "--config",
                "FILE",
                help: "The kiosk's settings; \(Defaults.settings) unless given."
            ),
            CommandOption(
                "--display",
                "SPEC",
                help: "kms (unless given), fbdev:PATH, spi, png:DIR, memory or none."
            ),
            CommandOption(
                "--replay",
                "FILE",
                help: "A capture in place of the radio: btsnoop or pcapng."
            ),
            CommandOption(
                "--replay-speed",
                "N",
                help: "Seconds of the capture in a second; 1 unless given."
            ),
            CommandOption("--replay-loop", help: "Begin the capture again at its end."),
        ],
        notes: """
            Runs until SIGINT or SIGTERM; a second one ends it at once. An adapter, a display or a
            province that is absent is said on standard error and in the report, and the kiosk runs on.
            In a replay the capture's own time is the kiosk's time; started again, a replay catches up
            with what it had stored and counts nothing twice.
            """
    ) { arguments in
        let log = Log { level, line in Console.error("\(level.word): \(line)") }
        try Hardening.apply(isReplay: arguments.value("--replay") != nil, log: log)
        let settings = try KioskSettings.load(arguments)
        let signals = try SignalService { log.notice("kiosk: \($0)") }
        if settings.province == nil {
            log.notice(
                "kiosk: no province in the settings: counting and showing, reporting to nobody"
            )
        }
        do {
            try Files.makeFolder(settings.state)
            let lock = try takeFolder(settings.state)
            let services = try await Wiring(arguments: arguments, settings: settings, log: log)
                .services()
            log.info("kiosk \(settings.kiosk) \(Product.version): started")
            CodePages.letGo()
            try await ServiceGroup.run(services + [signals, ManagerService(log: log)])
            withExtendedLifetime(lock) {}
        } catch let error as ServiceFailure {
            throw CommandFailure("\(error)")
        }
        log.info("kiosk \(settings.kiosk): stopped")
        return .fine
    }

    /// Takes the state folder for this process: two kiosks in one would count everything twice.
    private static func takeFolder(_ folder: String) throws -> FolderLock {
        do {
            return try FolderLock(folder)
        } catch {
            guard error.number == EWOULDBLOCK else { throw error }
            throw CommandFailure("\(folder): another kiosk is running with this state folder")
        }
    }
}
