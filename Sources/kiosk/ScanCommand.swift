import Commands
import Glibc
import KioskLogic
import KioskService
import Lifecycle
import Radio
import SystemIO

extension Kiosk {
    /// `kiosk scan`: what a technician looks at while mounting.
    static let scan = Command(
        name: "scan",
        summary: "Shows what the radio hears: how much, of what kind, how strong; never who.",
        options: [
            CommandOption(
                "--adapter",
                "SPEC",
                help: "hci0, an address, a bus path or all; the board's unless given."
            ),
            CommandOption("--board", "DIR", help: "The board's folder."),
            CommandOption("--seconds", "N", help: "End after so many seconds."),
            CommandOption("--json", help: "One JSON object a second."),
            CommandOption(
                "--replay",
                "FILE",
                help: "A capture in place of the radio, in its own time."
            ),
            CommandOption(
                "--replay-speed",
                "N",
                help: "Seconds of the capture in a second; 1 unless given."
            ),
        ],
        notes: """
            In a terminal a page that is drawn anew each second, elsewhere a line a second. Reports a
            second are those of the last second; air is their share of the 490 a second that one radio
            can hear of phones; lost are reports that this program was too slow for.
            A kiosk that runs on the same adapter hears on.
            """
    ) { arguments in
        let log = Log { level, line in
            if level != .info { Console.error("\(level.word): \(line)") }
        }
        try Hardening.apply(isReplay: arguments.has("--replay"), log: log)
        let seconds = try arguments.number("--seconds", in: 1...86_400 as ClosedRange<Double>)
        let speed = try arguments.number("--replay-speed", in: 0.01...100_000)
        let air = try scanAir(arguments, speed: speed)
        let meter = ScanMeter()
        let listening = ScanListening(air: air, meter: meter)
        let printing = ScanPrinting(
            meter: meter,
            speed: speed ?? 1,
            seconds: seconds,
            style: arguments.has("--json") ? .json : isatty(STDOUT_FILENO) == 1 ? .page : .line
        )
        defer { meter.wipe() }
        do {
            try await ServiceGroup.run([printing, listening, try SignalService { _ in }])
        } catch let failure as ServiceFailure {
            throw CommandFailure("\(failure.reason)")
        }
        return .fine
    }

    private static func scanAir(_ arguments: Arguments, speed: Double?) throws -> ScanListening.Air
    {
        if let path = arguments.value("--replay") {
            do {
                return .capture(try ReplayRadio(path: path, isLooping: false), speed: speed ?? 1)
            } catch let error as SystemError {
                throw CommandFailure("\(error)")
            } catch {
                throw CommandFailure("\(path): \(error)")
            }
        }
        if speed != nil { throw UsageError("--replay-speed goes with --replay") }
        let board = try BoardProfile.load(arguments)
        var specs = board.adapters
        if let text = arguments.value("--adapter") {
            guard let spec = AdapterSpec(text) else {
                throw UsageError("--adapter \(text): not hci0, an address, a path or all")
            }
            specs = [spec]
        }
        let found = BoardAdapters(specs: specs, isActiveScan: board.isActiveScan).wanted()
        // Where there is none, the first one's absence is told with its remedy.
        return .adapters(found.isEmpty ? [.index(0)] : found, isActive: board.isActiveScan)
    }
}

/// Prints a reading each second.
private struct ScanPrinting: Service {
    enum Style { case page, line, json }

    let name = "printing"
    let meter: ScanMeter
    let speed: Double
    let seconds: Double?
    let style: Style

    func run() async throws {
        let began = ContinuousClock.now
        var drawn = 0
        var tick = 0
        while !Task.isCancelled {
            tick += 1
            try? await Task.sleep(until: began + .seconds(tick), clock: .continuous)
            // Ended before there was anything to show.
            if Task.isCancelled, tick == 1 { return }
            let elapsed = began.duration(to: .now) / .seconds(1)
            let reading = meter.read(seconds: elapsed * speed)
            switch style {
            case .json: Console.out(ScanFormat.json(reading))
            case .line: Console.out(ScanFormat.line(reading))
            case .page:
                let lines = ScanFormat.page(reading)
                Console.out(ScanFormat.redrawn(lines, over: drawn))
                drawn = lines.count
            }
            if let seconds, elapsed >= seconds { return }
        }
    }
}
