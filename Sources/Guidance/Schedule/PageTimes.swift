package import Fleet

/// When a page may be shown: between two dates, and within some hours of the day.
package struct PageTimes: Sendable, Hashable {
    /// The first day, as year * 10000 + month * 100 + day; nil for no beginning.
    package var firstDay: Int?
    /// The last day, in the same form; nil for no end.
    package var lastDay: Int?
    /// The first hour of the day, 0 to 23.
    package var fromHour: Int
    /// The hour it ends with, 1 to 24; below `fromHour` when the page is shown over midnight.
    package var untilHour: Int

    /// Times from their parts.
    package init(
        firstDay: Int? = nil,
        lastDay: Int? = nil,
        fromHour: Int = 0,
        untilHour: Int = 24
    ) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.fromHour = fromHour
        self.untilHour = untilHour
    }

    /// Always.
    package static let always = PageTimes()

    /// Whether the page may be shown at a moment, by the wall clock of Vietnam.
    package func contain(_ moment: Instant) -> Bool {
        let local = LocalTime(moment)
        let day = local.year * 10_000 + local.month * 100 + local.day
        guard day >= firstDay ?? 0, day <= lastDay ?? .max else { return false }
        return fromHour < untilHour
            ? (fromHour..<untilHour).contains(local.hour)
            : local.hour >= fromHour || local.hour < untilHour
    }
}
