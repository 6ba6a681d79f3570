import Beacons
import Census
import Commands
import Fleet
import KioskService
import Lifecycle
import Radio
import SystemIO

extension Kiosk {
    /// `kiosk count`: the windows and quarters of a capture, or of what the adapter hears.
    static let count = Command(
        name: "count",
        summary:
            "Counts without noise, a capture or live: each 5-minute window, each quarter hour.",
        options: [
            CommandOption("--replay", "FILE", help: "The capture: btsnoop or pcapng."),
            CommandOption(
                "--live",
                "SECONDS",
                help: "Count the adapter's air for so long instead."
            ),
            CommandOption("--board", "DIR", help: "The board's folder, for --live: its adapter."),
            CommandOption("--json", help: "One JSON object a line."),
        ],
        notes: """
            A window with quality "deaf" heard nothing at all; its counts are null, not 0.
            A capture that is cut or damaged is counted up to there; the exit code is then 3.
            --live prints a window when its quarter is over, or at the end; SIGINT ends it early. It
            stores and sends nothing. No kiosk may be running on the adapter meanwhile.
            """
    ) { arguments in
        let format = arguments.has("--json") ? CountFormat.json : CountFormat.text
        let seconds: Int64? = try arguments.number("--live", in: 1...86_400)
        switch (arguments.value("--replay"), seconds) {
        case (nil, let seconds?): return try await count(live: seconds, arguments, format)
        case (let path?, nil): return try count(replay: path, arguments, format)
        case (nil, nil): throw UsageError("--replay or --live is missing")
        case (_?, _?): throw UsageError("--replay and --live do not go together")
        }
    }

    private static func count(
        replay path: String,
        _ arguments: Arguments,
        _ format: (CensusResult) -> String
    ) throws -> ExitCode {
        if arguments.has("--board") { throw UsageError("--board goes with --live") }
        let file: MappedFile
        do {
            file = try MappedFile(path)
        } catch {
            throw CommandFailure("\(error)")
        }
        if !arguments.has("--json") { Console.out(CountFormat.heading) }
        var counting = CaptureCount()
        do {
            try file.withBytes { bytes in
                try counting.count(ByteView(bytes)) { Console.out(format($0)) }
            }
        } catch let error as CaptureError {
            let remedy = error.isPartial ? "; everything before it was counted" : ""
            throw CommandFailure("\(path): \(error)\(remedy)")
        }
        if counting.damagedEvents > 0 {
            Console.error(
                "kiosk count: \(path): \(counting.damagedEvents) events claimed more than they held"
            )
        }
        return .fine
    }

    private static func count(
        live seconds: Int64,
        _ arguments: Arguments,
        _ format: @escaping @Sendable (CensusResult) -> String
    ) async throws -> ExitCode {
        let log = Log { level, line in
            if level != .info { Console.error("\(level.word): \(line)") }
        }
        try Hardening.apply(isReplay: false, log: log)
        let board = try BoardProfile.load(arguments)
        if !arguments.has("--json") { Console.out(CountFormat.heading) }
        let house = BoardAdapters(specs: board.adapters, isActiveScan: board.isActiveScan)
        let live = LiveCount(source: LiveSource(house: house)) {
            Console.out(format($0))
        } say: {
            Console.error("kiosk count: \($0)")
        }
        let end = Clocks.boottime() + seconds * 1_000_000
        let hasListened = try await StoppableWork.run("count") {
            Console.error("kiosk count: \($0)")
        } _: { isStopped in
            live.run { isStopped() || Clocks.boottime() >= end }
        }
        guard hasListened else {
            throw CommandFailure("the adapter was never heard; the reason stands above")
        }
        return .fine
    }
}

/// The counting of one capture.
private struct CaptureCount {
    private var listener = AdvertListener()
    private var census = Census(configuration: CensusConfiguration()) {
        DigestKey(KernelRandom.word(), KernelRandom.word())
    }

    var damagedEvents: UInt64 { listener.damagedEvents }

    /// Counts to the end, or to where the capture is damaged; gives every result either way.
    mutating func count(_ capture: ByteView, _ give: (CensusResult) -> Void) throws {
        defer { census.wipe() }
        var reader = try CaptureReader(capture)
        var last: Instant?
        defer {
            if let last { census.finish(at: last) }
            census.takeResults().forEach(give)
        }
        while let event = try reader.next() {
            if last == nil { census.begin(at: event.time) }
            last = event.time
            // Events without an advert tell that somebody listened.
            census.advance(to: event.time)
            listener.hear(event.packet, into: &census) { $0.hear($1, at: event.time) }
            for result in census.takeResults() {
                give(result)
            }
        }
    }
}
