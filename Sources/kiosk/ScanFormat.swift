import Fleet
import KioskService

/// How `kiosk scan` shows a reading: a page of 80 columns, a line, or a JSON object.
enum ScanFormat {
    static let width = 80
    private static let bar = 40

    /// The lines of the page that a terminal shows, always as many for as many adapters.
    static func page(_ reading: ScanMeter.Reading) -> [String] {
        let tally = reading.tally
        var lines = ["kiosk scan   \(whole(reading.seconds)) s   (Ctrl-C ends it)"]
        lines += reading.states
        lines.append("")
        lines.append(
            "reports \(right(whole(reading.rate), 6))/s   mean \(right(whole(reading.mean), 6))/s   "
                + "all \(right("\(tally.reports)", 9))   lost \(reading.lost)"
        )
        lines.append("air     \(right(percent(reading.load), 6))    \(verdict(reading))")
        lines.append("")
        for kind in BeaconClass.allCases {
            let count = tally.kinds[kind] ?? 0
            lines.append(
                left(kind.rawValue, 34) + right("\(count)", 10)
                    + right(percent(share(count, tally.reports)), 8)
            )
        }
        lines.append("")
        lines.append("signal, dBm")
        for (level, count) in tally.levels.enumerated() {
            let part = share(count, tally.reports)
            lines.append(
                left(name(ofLevel: level), 14) + right(percent(part), 6) + "  "
                    + String(repeating: "#", count: Int((part * Double(bar)).rounded()))
            )
        }
        return lines.map { String($0.prefix(width - 1)) }
    }

    /// One line without escape codes, for pipes.
    static func line(_ reading: ScanMeter.Reading) -> String {
        let kinds = BeaconClass.allCases.compactMap { kind in
            reading.tally.kinds[kind].map { "\(kind.rawValue) \($0)" }
        }
        return
            ([
                "\(whole(reading.seconds)) s", "\(whole(reading.rate))/s",
                "air \(percent(reading.load))", "lost \(reading.lost)",
            ] + kinds + reading.states).joined(separator: ", ")
    }

    /// One JSON object without a line break.
    static func json(_ reading: ScanMeter.Reading) -> String {
        let tally = reading.tally
        let kinds = BeaconClass.allCases.map { "\"\($0.rawValue)\":\(tally.kinds[$0] ?? 0)" }
        let levels = tally.levels.map { "\($0)" }
        let bounds = AirTally.bounds.map { "\($0)" }
        return
            "{\"seconds\":\(tenth(reading.seconds)),\"reports_per_second\":\(tenth(reading.rate)),"
            + "\"reports\":\(tally.reports),\"lost\":\(reading.lost),"
            + "\"air_load\":\(tenth(reading.load * 100) / 100),"
            + "\"classes\":{\(kinds.joined(separator: ","))},"
            + "\"rssi_at_least\":[\(bounds.joined(separator: ","))],"
            + "\"rssi_reports\":[\(levels.joined(separator: ","))],"
            + "\"rssi_unmeasured\":\(tally.unmeasured),"
            + "\"adapters\":[\(reading.states.map(JSONText.quoted).joined(separator: ","))]}"
    }

    /// Replaces the page that stands above the cursor; the terminal is left as it is at any moment.
    static func redrawn(_ lines: [String], over count: Int) -> String {
        let up = count > 0 ? "\u{1b}[\(count)A" : ""
        // A page that became shorter leaves nothing behind it.
        return up + lines.map { $0 + "\u{1b}[K" }.joined(separator: "\n") + "\u{1b}[J"
    }

    private static func verdict(_ reading: ScanMeter.Reading) -> String {
        switch reading.load {
        case 0.85...: "close to full: phones go unheard; add an adapter"
        case 0.6...: "busy"
        default: reading.tally.reports == 0 ? "nothing heard so far" : "free"
        }
    }

    private static func name(ofLevel level: Int) -> String {
        let bounds = AirTally.bounds
        if level == 0 { return "\(bounds[0]) or more" }
        if level == bounds.count { return "below \(bounds[level - 1])" }
        return "\(bounds[level]) to \(bounds[level - 1] - 1)"
    }

    private static func share(_ part: Int, _ whole: Int) -> Double {
        whole > 0 ? Double(part) / Double(whole) : 0
    }

    private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

    private static func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func percent(_ part: Double) -> String { whole(part * 100) + " %" }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }
}
