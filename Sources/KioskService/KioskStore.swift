package import Fleet
import SQLite
import SystemIO

/// The rows of a kiosk on its disk, until the province has acknowledged them and for 30 days after.
///
/// Only noised rows ever come here. Every append is on the medium before it returns.
package actor KioskStore {
    private let connection: Connection
    private let executor = BlockingExecutor("kiosk store")
    private let mostQuartersADay: Int

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private static let migrator = Migrator([
        (
            name: "rows",
            sql: """
            CREATE TABLE rows (
                sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                boot TEXT NOT NULL,
                source TEXT NOT NULL,
                start INTEGER NOT NULL,
                length INTEGER NOT NULL,
                quality TEXT NOT NULL,
                android INTEGER,
                ios INTEGER,
                other_phones INTEGER,
                once TEXT UNIQUE
            );
            CREATE TABLE identity (
                journal TEXT NOT NULL
            );
            CREATE TABLE progress (
                name TEXT PRIMARY KEY,
                value INTEGER NOT NULL
            ) WITHOUT ROWID;
            """
        ),
        (
            name: "budget",
            sql: """
            CREATE TABLE spent (
                origin TEXT NOT NULL,
                start INTEGER NOT NULL CHECK (start % 900 = 0),
                PRIMARY KEY (origin, start)
            ) WITHOUT ROWID;
            INSERT INTO spent (origin, start)
                SELECT DISTINCT CASE source WHEN 'air' THEN 'air' ELSE boot END, start FROM rows
                WHERE start % 900 = 0;
            """
        ),
    ])

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

    /// Spends the epsilon of a quarter; false when that was done before or its day has none left.
    ///
    /// It is done in the transaction that stores the row: neither is ever on the disk alone.
    private func spend(_ start: Instant, _ origin: String) throws -> Bool {
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
    private static func origin(_ boot: BootID, _ source: Report.Source) -> String {
        source == .air ? "air" : boot.text
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
            // Kept for a year: a clock that is set back must not release a quarter again.
            try connection.query(
                """
                DELETE FROM spent WHERE origin = 'air'
                AND start < (SELECT max(start) FROM spent) - 366 * 86400
                """
            )
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

/// A store that cannot be used although it is a database.
package struct StoreFault: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

#if DEBUG
extension KioskStore {
    /// Stores what must never be stored, so that a test can see it found; debug builds only.
    package func leak(_ bytes: [UInt8]) throws {
        try connection.execute("CREATE TABLE IF NOT EXISTS leak (bytes BLOB)")
        try connection.query("INSERT INTO leak VALUES (?)", [.blob(bytes)])
    }
}
#endif

/// Rows that wait for the province, all of one boot and source.
package struct WaitingRows: Sendable, Equatable {
    package let boot: BootID
    package let source: Report.Source
    package let rows: [StoredRow]
}

// MARK: - Columns

extension KioskStore {
    private static func values(
        _ row: QuarterRow,
        boot: BootID,
        source: Report.Source
    )
        -> [SQLiteValue]
    {
        [
            .text(boot.text),
            .text(source.rawValue),
            .integer(row.span.start.seconds),
            .integer(row.span.length),
            .text(row.quality.rawValue),
            SQLiteValue(row.figures?.android),
            SQLiteValue(row.figures?.ios),
            SQLiteValue(row.figures?.otherPhones),
            source == .replay ? .text("\(boot) \(row.span.start.seconds)") : .null,
        ]
    }

    private static let columns = "sequence, start, length, quality, android, ios, other_phones"

    /// The row in `columns`.
    private static func storedRow(_ row: Row) -> StoredRow? {
        guard let quality = Quality(rawValue: row.text(3)) else { return nil }
        var figures: QuarterRow.Figures?
        if let android = row.count(4), let ios = row.count(5), let others = row.count(6) {
            figures = .init(android: android, ios: ios, otherPhones: others)
        }
        let span = WindowSpan(start: Instant(seconds: row.integer(1)), length: row.integer(2))
        return StoredRow(
            sequence: row.integer(0),
            row: QuarterRow(span: span, quality: quality, figures: figures)
        )
    }
}
