/// Events that are no adverts: the answers to a host that sends a command now and then.
struct CommandTicker {
    private let every: Int64?
    private let end: Int64
    private var next: Int64

    /// Answers at the start of a time and then at an interval in seconds; none without one.
    init(every seconds: Int64?, during span: Range<Int64>) {
        every = seconds.map { $0 * Microseconds.second }
        next = span.lowerBound
        end = span.upperBound
    }

    /// Whether an answer comes before a time.
    func isDue(before time: Int64) -> Bool {
        every != nil && next < min(time, end)
    }

    /// Hands over the answers that come before a time.
    mutating func tick(before time: Int64, _ hand: EventHandler) rethrows {
        guard let every else { return }
        while isDue(before: time) {
            try hand(HCIEvent.scanEnabled, next)
            next += every
        }
    }
}

extension HCIEvent {
    /// Command Complete for LE Set Scan Enable, without an error.
    ///
    /// Source: Core 5.2, Vol 4 Part E 7.7.14 and 7.8.11.
    package static let scanEnabled: [UInt8] = [0x0E, 0x04, 0x01, 0x0C, 0x20, 0x00]
}
