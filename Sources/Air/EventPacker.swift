/// Packs reports into HCI events, as a controller does.
struct EventPacker {
    private var dice: Xoshiro
    private let extended: Bool
    private var pending: [AirReport] = []

    /// A packer whose dice decide which reports share an event.
    init(reports: CaptureFormat.Reports, dice: Xoshiro) {
        extended = reports != .legacy
        self.dice = dice
    }

    /// Takes a report and hands over the events that are complete; times must not go back.
    mutating func take(_ report: AirReport, _ hand: EventHandler) rethrows {
        guard report.packet.pdu != .extended else {
            try flush(hand)
            for event in HCIEvent.fragments(of: report) { try hand(event, report.time) }
            return
        }
        if !joinsPending(report) { try flush(hand) }
        pending.append(report)
    }

    /// Hands over what still waits for company.
    mutating func flush(_ hand: EventHandler) rethrows {
        guard let last = pending.last else { return }
        let event: [UInt8]? =
            extended
            ? HCIEvent.extendedReports(pending) : HCIEvent.advertisingReports(pending)
        pending.removeAll(keepingCapacity: true)
        if let event { try hand(event, last.time) }
    }

    /// One report in four waits for the next ones, 50 ms at most and three in all.
    private mutating func joinsPending(_ report: AirReport) -> Bool {
        guard let first = pending.first, pending.count < 3 else { return false }
        guard report.time - first.time <= 50 * Microseconds.millisecond else { return false }
        let size = pending.reduce(2 + HCIEvent.size(of: report, extended: extended)) {
            $0 + HCIEvent.size(of: $1, extended: extended)
        }
        return size <= HCIEvent.capacity && dice.chance(0.25)
    }
}

/// Takes an HCI event and the time it was received, in microseconds since 1970 UTC.
package typealias EventHandler = (_ event: [UInt8], _ time: Int64) throws -> Void
