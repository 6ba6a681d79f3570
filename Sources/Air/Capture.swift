/// Packs reports into HCI events, as a controller does, and events into a btsnoop file.
struct Capture {
    private var writer: BtsnoopWriter
    private var dice: Xoshiro
    private let extended: Bool
    private var pending: [AirReport] = []

    /// An empty capture whose dice decide which reports share an event.
    init(format: CaptureFormat, dice: Xoshiro) {
        writer = BtsnoopWriter(datalink: format.datalink)
        extended = format.reports != .legacy
        self.dice = dice
    }

    /// Adds a report; times must not go back.
    mutating func append(_ report: AirReport) {
        guard report.packet.pdu != .extended else {
            flush()
            for event in HCIEvent.fragments(of: report) {
                writer.append(event: event, at: report.time)
            }
            return
        }
        if !joinsPending(report) { flush() }
        pending.append(report)
    }

    /// The finished file.
    mutating func finish() -> [UInt8] {
        flush()
        return writer.bytes
    }

    /// One report in four waits for the next ones, 50 ms at most and three in all.
    private mutating func joinsPending(_ report: AirReport) -> Bool {
        guard let first = pending.first, pending.count < 3 else { return false }
        guard report.time - first.time <= 50 * Microseconds.millisecond else { return false }
        let size = (pending + [report]).reduce(2) {
            $0 + HCIEvent.size(of: $1, extended: extended)
        }
        return size <= HCIEvent.capacity && dice.chance(0.25)
    }

    private mutating func flush() {
        guard let last = pending.last else { return }
        let event: [UInt8]? =
            extended
            ? HCIEvent.extendedReports(pending) : HCIEvent.advertisingReports(pending)
        if let event { writer.append(event: event, at: last.time) }
        pending = []
    }
}
