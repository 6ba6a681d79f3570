import Beacons
import Census
import Commands
import Fleet
import SystemIO

extension Kiosk {
    /// `kiosk count`: the windows and quarters of a capture.
    static let count = Command(
        name: "count",
        summary: "Counts a capture, without noise: each 5-minute window and each quarter hour.",
        options: [
            CommandOption("--replay", "FILE", help: "The capture: btsnoop or pcapng."),
            CommandOption("--json", help: "One JSON object a line."),
        ],
        notes: """
            A window with quality "deaf" heard nothing at all; its counts are null, not 0.
            A capture that is cut or damaged is counted up to there; the exit code is then 3.
            """
    ) { arguments in
        let path = try arguments.required("--replay")
        let format = arguments.has("--json") ? CountFormat.json : CountFormat.text
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
