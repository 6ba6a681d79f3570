/// Says when the next report of a capture is to be played; times are microseconds of any one clock.
package struct Pacer: Sendable {
    /// What the pace follows.
    package enum Pace: Sendable, Equatable {
        /// The capture's own time stamps, from the moment the playing begins.
        case asCaptured
        /// The capture's time stamps are moments of the clock itself.
        case byClock
        /// So many reports a second, whatever the stamps say; 0 for none.
        case rate(Double)
    }

    private var pace: Pace
    /// The clock when the playing, or the present rate, began; nil before.
    private var begin: Int64?
    /// The stamp of the first report.
    private var firstStamp: Int64?
    /// Reports played at the present rate.
    private var played = 0

    package init(_ pace: Pace) {
        self.pace = pace
    }

    /// Begins playing now, unless it is being played.
    package mutating func start(at now: Int64) {
        if begin == nil { begin = now }
    }

    /// Goes on at a rate, from now.
    package mutating func setRate(_ rate: Double, at now: Int64) {
        pace = .rate(rate)
        if begin != nil { begin = now }
        played = 0
    }

    /// When a report is due.
    ///
    /// - Parameter stamp: The moment it was captured, later ones after earlier ones.
    /// - Returns: nil for not now: playing has not begun, or the rate is 0.
    package mutating func due(_ stamp: Int64) -> Int64? {
        if pace == .byClock { return stamp }
        guard let begin else { return nil }
        guard case .rate(let rate) = pace else {
            let first = firstStamp ?? stamp
            firstStamp = first
            return begin + (stamp - first)
        }
        return rate > 0 ? begin + Int64(Double(played) / rate * 1e6) : nil
    }

    /// One report was played.
    package mutating func step() {
        played += 1
    }
}
