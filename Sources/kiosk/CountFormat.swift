import Census
import Fleet

/// How `kiosk count` prints a result: as JSON for programs, as a table for people.
enum CountFormat {
    static let heading =
        "from              length  android  (interval)   on average  iphones  reports  quality"

    /// One JSON object, without a line break.
    static func json(_ result: CensusResult) -> String {
        switch result {
        case .window(let tally): windowJSON(tally)
        case .quarter(let tally): quarterJSON(tally)
        }
    }

    private static func windowJSON(_ tally: WindowTally) -> String {
        let figures = tally.figures
        return object([
            ("kind", "\"window\""),
            ("start", "\(tally.span.start.seconds)"),
            ("length_s", "\(tally.span.length)"),
            ("android_occupancy", number(figures?.androidOccupancy)),
            ("android_distinct", number(figures?.androidDistinct)),
            ("android_interval", interval(figures?.androidInterval)),
            ("android_occupancy_interval", interval(figures?.androidOccupancyInterval)),
            ("android_at_least", number(tally.atLeast)),
            ("passers_by", number(figures?.passersBy)),
            ("ios_occupancy", number(figures?.iosOccupancy)),
            ("ios_interval", interval(figures?.iosInterval)),
            ("other_phones", number(figures?.otherPhones)),
            ("other_interval", interval(figures?.otherInterval)),
            ("overflow", tally.quality == .deaf ? "null" : "\(tally.overflow)"),
            ("reports", tally.quality == .deaf ? "null" : "\(tally.reports)"),
            ("quality", "\"\(tally.quality.rawValue)\""),
            ("rule", "\"\(tally.rule.rawValue)\""),
        ])
    }

    private static func quarterJSON(_ tally: QuarterTally) -> String {
        let figures = tally.figures
        return object([
            ("kind", "\"quarter\""),
            ("start", "\(tally.span.start.seconds)"),
            ("length_s", "\(tally.span.length)"),
            ("android_distinct", number(figures?.androidDistinct)),
            ("android_interval", interval(figures?.androidInterval)),
            ("android_occupancy", number(figures?.androidOccupancy)),
            ("android_occupancy_interval", interval(figures?.androidOccupancyInterval)),
            ("android_at_least", number(tally.atLeast)),
            ("passers_by", number(figures?.passersBy)),
            ("boardings", number(figures?.boardings)),
            ("boardings_interval", interval(figures?.boardingsInterval)),
            ("alightings", number(figures?.alightings)),
            ("alightings_interval", interval(figures?.alightingsInterval)),
            ("ios_occupancy", number(figures?.iosOccupancy)),
            ("ios_interval", interval(figures?.iosInterval)),
            ("other_phones", number(figures?.otherPhones)),
            ("other_interval", interval(figures?.otherInterval)),
            ("android_ids", number(figures?.exact.androidIds)),
            ("quality", "\"\(tally.quality.rawValue)\""),
            ("rule", "\"\(tally.rule.rawValue)\""),
        ])
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func number(_ value: Int?) -> String {
        value.map { "\($0)" } ?? "null"
    }

    /// A number with at most two decimals.
    private static func number(_ value: Double?) -> String {
        guard let value else { return "null" }
        return "\((value * 100).rounded() / 100)"
    }

    private static func interval(_ bounds: ClosedRange<Double>?) -> String {
        bounds.map { "[\(number($0.lowerBound)),\(number($0.upperBound))]" } ?? "null"
    }

    private static func interval(_ bounds: ClosedRange<Int>?) -> String {
        bounds.map { "[\($0.lowerBound),\($0.upperBound)]" } ?? "null"
    }
}

// MARK: - For people

extension CountFormat {
    /// One line of the table.
    static func text(_ result: CensusResult) -> String {
        switch result {
        case .window(let tally):
            line(
                tally.span,
                tally.figures?.androidDistinct,
                tally.figures?.androidInterval,
                (tally.figures?.androidOccupancy, tally.figures?.iosOccupancy),
                "\(tally.reports)",
                tally.quality
            )
        case .quarter(let tally):
            line(
                tally.span,
                tally.figures?.androidDistinct,
                tally.figures?.androidInterval,
                (tally.figures?.androidOccupancy, tally.figures?.iosOccupancy),
                "",
                tally.quality
            )
        }
    }

    private static func line(
        _ span: WindowSpan,
        _ distinct: Int?,
        _ bounds: ClosedRange<Int>?,
        _ averages: (android: Double?, ios: Double?),
        _ reports: String,
        _ quality: Quality
    ) -> String {
        let start = LocalTime(span.start)
        let interval = bounds.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-"
        return [
            padded("\(start.date) \(start.clock)", 18, left: true),
            padded("\(span.length / 60) min", 6),
            padded(distinct.map { "\($0)" } ?? "-", 9),
            padded(interval, 12),
            padded(averages.android.map { "\(($0 * 10).rounded() / 10)" } ?? "-", 13),
            padded(averages.ios.map { "\(($0 * 10).rounded() / 10)" } ?? "-", 9),
            padded(reports, 9),
            "  " + quality.rawValue,
        ].joined()
    }

    private static func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: max(width - text.count, 0))
        return left ? text + space : space + text
    }
}
