package import Fleet
import SQLite

/// What was released: the ledger of the quarters that have spent their epsilon.
extension KioskStore {
    /// Spends the epsilon of a quarter; false when that was done before or its day has none left.
    ///
    /// It is done in the transaction that stores the row: neither is ever on the disk alone.
    func spend(_ start: Instant, _ origin: String) throws -> Bool {
        guard try spent(onDayOf: start, origin: origin) < mostQuartersADay else { return false }
        try connection.query(
            "INSERT INTO spent (origin, start) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [.text(origin), .integer(start.seconds)]
        )
        return connection.changes == 1
    }

    /// The epsilon spent in the day, in Vietnam's time, that holds a moment: one for each quarter.
    ///
    /// - Parameters:
    ///   - moment: Any moment of the day.
    ///   - boot: The boot that counts it.
    ///   - source: Where its adverts come from.
    /// - Returns: Whole epsilons, as many as quarters were released.
    /// - Throws: `SQLiteError` when the disk refuses.
    package func epsilonSpent(
        onDayOf moment: Instant,
        boot: BootID,
        source: Report.Source
    ) throws -> Int {
        try spent(onDayOf: moment, origin: Self.origin(boot, source))
    }

    private func spent(onDayOf moment: Instant, origin: String) throws -> Int {
        let offset = DayBudget.secondsFromUTC
        let midnight = moment.adding(seconds: offset).aligned(to: 86_400).adding(seconds: -offset)
        return try connection.rows(
            "SELECT count(*) FROM spent WHERE origin = ? AND start >= ? AND start < ?",
            [
                .text(origin), .integer(midnight.seconds),
                .integer(midnight.adding(seconds: 86_400).seconds),
            ]
        ) { Int($0.integer(0)) }.first ?? 0
    }

    /// What quarters are told apart by beside their start: the air is one, each capture its own.
    static func origin(_ boot: BootID, _ source: Report.Source) -> String {
        source == .air ? "air" : boot.text
    }

    /// Forgets what was spent off the air beyond the newest 40,000 quarters, 416 days.
    ///
    /// Not earlier: a clock that is set back must not release a quarter again. By number and not by time,
    /// so that a quarter from a clock that was far ahead makes nothing forgotten.
    func forgetOldSpending() throws {
        try connection.query(
            """
            DELETE FROM spent WHERE origin = 'air' AND start < (
                SELECT start FROM spent WHERE origin = 'air'
                ORDER BY start DESC LIMIT 1 OFFSET 40000
            )
            """
        )
    }
}
