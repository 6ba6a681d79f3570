import Commands
import Configuration
import Fleet
import Lifecycle
import ProvinceService
import SystemIO
import Web

extension Province {
    private static let usualSettings = "/etc/bluezone-province/province.json5"

    /// `province serve`: the server.
    static let serve = Command(
        name: "serve",
        summary: "Takes reports over HTTPS and shows the fleet.",
        options: [
            CommandOption(
                "--listen",
                "ADDR",
                repeats: true,
                help: "http://127.0.0.1:8080 unless given; may be given several times."
            ),
            CommandOption(
                "--database",
                "URL",
                help: "sqlite:PATH; sqlite:province.sqlite unless given."
            ),
            CommandOption("--config", "FILE", help: "The fleet; \(usualSettings) unless given."),
            CommandOption("--tls-certificate", "FILE", help: "PEM chain for https:// addresses."),
            CommandOption("--tls-key", "FILE", help: "PEM key of the certificate."),
        ],
        notes: """
            Plain http:// is for loopback only: a browser on this machine, or nginx in front.
            Runs until SIGINT or SIGTERM; a second one ends it at once.
            """
    ) { arguments in
        let log = Log { level, line in Console.error("\(level.word): \(line)") }
        let signals = try SignalService { log.notice("province: \($0)") }
        let listeners = try listenAddresses(arguments)
        let tls = try tlsFiles(arguments)
        let settings = try ConfigurationFile.load(
            ProvinceSettings.self,
            from: arguments.value("--config") ?? usualSettings
        )
        let store = try ProvinceStore(path: try databasePath(arguments))
        let server = ProvinceServer(
            settings: settings,
            store: store,
            now: { Instant(microseconds: Clocks.realtime()) },
            log: log
        )
        let web = HTTPServer(
            listeners: listeners,
            tls: tls,
            limits: HTTPLimits(maxBodyBytes: 512 << 10, maxConnections: 1000)
        )
        do {
            try await ServiceGroup.run([
                WebService(server: web, log: log) { await server.answer($0) },
                signals,
            ])
        } catch let error as ServiceFailure {
            throw CommandFailure("\(error)")
        }
        log.info("province: stopped")
        return .fine
    }

    private static func listenAddresses(_ arguments: Arguments) throws -> [ListenAddress] {
        let given = arguments.all("--listen")
        do {
            return try (given.isEmpty ? ["http://127.0.0.1:8080"] : given).map { text in
                let address = try ListenAddress(parsing: text)
                try address.requireSafe()
                return address
            }
        } catch {
            throw UsageError("--listen: \(error)")
        }
    }

    private static func tlsFiles(_ arguments: Arguments) throws -> TLSFiles? {
        switch (arguments.value("--tls-certificate"), arguments.value("--tls-key")) {
        case (nil, nil): return nil
        case (let certificate?, let key?): return TLSFiles(certificate: certificate, key: key)
        default: throw UsageError("--tls-certificate and --tls-key go together")
        }
    }

    private static func databasePath(_ arguments: Arguments) throws -> String {
        let url = arguments.value("--database") ?? "sqlite:province.sqlite"
        guard url.hasPrefix("sqlite:"), url.count > 7 else {
            throw UsageError("--database \(url): this version takes sqlite:PATH")
        }
        return String(url.dropFirst("sqlite:".count))
    }
}
