package import Fleet
import SQLite
import SystemIO

/// The rows of a kiosk on its disk, until the province has acknowledged them and for 30 days after.
///
/// Only noised rows ever come here. Every append is on the medium before it returns.
package actor KioskStore {
    let connection: Connection
    private let executor = BlockingExecutor("kiosk store")
    /// Quarters that a day may release.
    let mostQuartersADay: Int

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Stands for this store in reports: a new one numbers its rows from 1 again.
    package nonisolated let journal: BootID

    /// Opens or makes the store in a file, or in memory for `:memory:`.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - mostQuartersADay: Quarters released in a day, `DayBudget.quarters` at most.
    /// - Throws: `SQLiteError`, or `MigrationError` for the store of a newer version.
    package init(path: String, mostQuartersADay: Int = DayBudget.quarters) throws {
        self.mostQuartersADay = min(mostQuartersADay, DayBudget.quarters)
        connection = try Connection(path: path)
        try Self.migrator.migrate(connection)
        try connection.query(
            "INSERT INTO identity (journal) SELECT ? WHERE NOT EXISTS (SELECT * FROM identity)",
            [.text(BootID(KernelRandom.word(), KernelRandom.word()).text)]
        )
        journal = try Self.journal(connection)
    }

    /// Opens the store of a kiosk that may be running, to look at it and nothing else.
    package init(reading path: String) throws {
        mostQuartersADay = 0
        connection = try Connection(reading: path)
        journal = try Self.journal(connection)
    }

    private static func journal(_ connection: Connection) throws -> BootID {
        let found = try connection.rows("SELECT journal FROM identity") { BootID($0.text(0)) }
        guard let journal = found.first ?? nil else {
            throw StoreFault("the store has lost its journal id; set its file aside")
        }
        return journal
    }

    /// Stores rows in the order given.
    ///
    /// - Parameters:
    ///   - rows: What was counted.
    ///   - boot: The boot that counted it.
    ///   - source: Off the air a quarter is released once, whichever boot counted it; out of a capture
    ///     once however often that is replayed.
    /// - Returns: How many were new; the others' quarters had spent their epsilon, or their day had.
    /// - Throws: `SQLiteError` when the disk refuses; then none was stored.
    @discardableResult
    package func append(_ rows: [QuarterRow], boot: BootID, source: Report.Source) throws -> Int {
        try connection.transaction {
            var stored = 0
            for row in rows where try spend(row.span.start, Self.origin(boot, source)) {
                try connection.query(
                    """
                    INSERT INTO rows (boot, source, start, length, quality, android, ios, other_phones, once)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (once) DO NOTHING
                    """,
                    Self.values(row, boot: boot, source: source)
                )
                stored += connection.changes
            }
            return stored
        }
    }

    /// The oldest rows that the province has not acknowledged, all of one boot and source.
    package func waiting(limit: Int) throws -> WaitingRows? {
        var boot: BootID?
        var source: Report.Source?
        var rows: [StoredRow] = []
        var isOver = false
        try connection.query(
            """
            SELECT \(Self.columns), boot, source FROM rows
            WHERE sequence > ? ORDER BY sequence LIMIT ?
            """,
            [.integer(try acknowledgedThrough()), .integer(Int64(limit))]
        ) { row in
            let itsBoot = BootID(row.text(7))
            let itsSource = Report.Source(rawValue: row.text(8))
            if rows.isEmpty { (boot, source) = (itsBoot, itsSource) }
            // A row of another boot ends the batch: acknowledging goes by sequence, over no gap.
            isOver = isOver || itsBoot != boot || itsSource != source
            guard !isOver else { return }
            guard let stored = Self.storedRow(row) else {
                throw StoreFault(
                    "row \(row.integer(0)) of the store cannot be read; it was damaged"
                )
            }
            rows.append(stored)
        }
        guard let boot, let source, !rows.isEmpty else { return nil }
        return WaitingRows(boot: boot, source: source, rows: rows)
    }

    /// Most rows kept once the province has them: 30 days of quarters.
    ///
    /// Counted and not dated, since a clock may be wrong.
    private static let keptRows = 30 * 96

    /// Notes that the province holds everything up to a sequence, and forgets what is 30 days old.
    package func acknowledge(through sequence: Int64) throws {
        try connection.transaction {
            try connection.query(
                """
                INSERT INTO progress (name, value) VALUES ('acknowledged', ?)
                ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
                """,
                [.integer(sequence)]
            )
            try connection.query(
                """
                DELETE FROM rows WHERE once IS NULL
                AND sequence <= (SELECT value FROM progress WHERE name = 'acknowledged')
                AND sequence <= (SELECT max(sequence) FROM rows) - ?
                """,
                [.integer(Int64(Self.keptRows))]
            )
            try forgetOldSpending()
        }
    }

    /// All rows, in the order of counting.
    package func all() throws -> [StoredRow] {
        try connection.rows("SELECT \(Self.columns) FROM rows ORDER BY sequence") {
            Self.storedRow($0)
        }.compactMap { $0 }
    }

    /// How many rows there are, and how many of them wait for the province.
    package func counts() throws -> (rows: Int, waiting: Int, acknowledgedThrough: Int64) {
        let acknowledged = try acknowledgedThrough()
        let counts = try connection.rows(
            "SELECT count(*), count(*) FILTER (WHERE sequence > ?) FROM rows",
            [.integer(acknowledged)]
        ) { (Int($0.integer(0)), Int($0.integer(1))) }
        return (counts.first?.0 ?? 0, counts.first?.1 ?? 0, acknowledged)
    }

    /// The end of the latest quarter stored of a boot, nil when there is none.
    package func lastEnd(boot: BootID) throws -> Instant? {
        try connection.rows(
            "SELECT max(start + length) FROM rows WHERE boot = ?",
            [.text(boot.text)]
        ) { $0.isNull(0) ? nil : Instant(seconds: $0.integer(0)) }.first ?? nil
    }

    private func acknowledgedThrough() throws -> Int64 {
        try connection.rows("SELECT value FROM progress WHERE name = 'acknowledged'") {
            $0.integer(0)
        }
        .first ?? 0
    }
}
