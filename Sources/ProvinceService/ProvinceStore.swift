package import Fleet
import SQLite
import SystemIO

/// Everything the province was told, in one SQLite database.
///
/// A report is safe, and only then acknowledged, when its transaction is on the medium. The same row
/// arriving again, in any order, changes nothing.
package actor ProvinceStore {
    let connection: Connection
    private let executor = BlockingExecutor("province store")

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private static let migrator = Migrator([
        (
            name: "quarters, contacts, screens",
            sql: """
            CREATE TABLE quarters (
                kiosk TEXT NOT NULL,
                journal TEXT NOT NULL,
                sequence INTEGER NOT NULL,
                boot TEXT NOT NULL,
                start INTEGER NOT NULL,
                length INTEGER NOT NULL,
                quality TEXT NOT NULL,
                android INTEGER,
                ios INTEGER,
                other_phones INTEGER,
                source TEXT NOT NULL,
                received INTEGER NOT NULL,
                PRIMARY KEY (kiosk, journal, sequence)
            ) WITHOUT ROWID;
            CREATE INDEX quarters_by_time ON quarters (kiosk, start);
            CREATE UNIQUE INDEX replayed_once ON quarters (kiosk, boot, start)
                WHERE source = 'replay';
            CREATE TABLE contacts (
                kiosk TEXT PRIMARY KEY,
                received INTEGER NOT NULL,
                version TEXT NOT NULL,
                radio TEXT NOT NULL,
                display TEXT NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE screens (
                kiosk TEXT PRIMARY KEY,
                received INTEGER NOT NULL,
                png BLOB NOT NULL
            );
            """
        ),
        (
            name: "shown",
            sql: """
            CREATE TABLE shown (
                kiosk TEXT NOT NULL,
                day INTEGER NOT NULL,
                page TEXT NOT NULL,
                times INTEGER NOT NULL,
                last INTEGER NOT NULL,
                proof TEXT NOT NULL,
                PRIMARY KEY (kiosk, day, page)
            ) WITHOUT ROWID;
            """
        ),
    ])

    /// Opens or makes the database in a file, or in memory for `:memory:`.
    package init(path: String) throws {
        connection = try Connection(path: path)
        try Self.migrator.migrate(connection)
    }

    /// Stores a report as a whole, or nothing of it.
    ///
    /// - Parameters:
    ///   - report: What a kiosk sent.
    ///   - received: When it arrived.
    /// - Returns: The sequence up to which the kiosk's rows are safe.
    /// - Throws: `SQLiteError` when the disk refuses; then nothing was stored.
    package func insert(_ report: CheckedReport, received: Instant) throws -> Receipt {
        try connection.transaction {
            for stored in report.rows {
                try insert(stored, of: report, received: received)
            }
            for page in report.shown { try insert(page, of: report.kiosk) }
            try connection.query(
                """
                INSERT INTO contacts (kiosk, received, version, radio, display) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kiosk) DO UPDATE SET received = excluded.received,
                version = excluded.version, radio = excluded.radio, display = excluded.display
                """,
                [
                    .text(report.kiosk.text),
                    .integer(received.seconds),
                    .text(report.health.version),
                    .text(report.health.radio),
                    .text(report.health.display),
                ]
            )
        }
        return Receipt(acknowledgedThrough: report.rows.last?.sequence ?? 0)
    }

    private func insert(_ stored: StoredRow, of report: CheckedReport, received: Instant) throws {
        let row = stored.row
        try connection.query(
            """
            INSERT INTO quarters (kiosk, journal, sequence, boot, start, length, quality,
                                  android, ios, other_phones, source, received)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .text(report.kiosk.text),
                .text(report.journal.text),
                .integer(stored.sequence),
                .text(report.boot.text),
                .integer(row.span.start.seconds),
                .integer(row.span.length),
                .text(row.quality.rawValue),
                SQLiteValue(row.figures?.android),
                SQLiteValue(row.figures?.ios),
                SQLiteValue(row.figures?.otherPhones),
                .text(report.source.rawValue),
                .integer(received.seconds),
            ]
        )
        if connection.changes == 0 { try compare(stored, of: report) }
    }

    /// Refuses a row whose number is taken by another: to acknowledge it would be to lose it.
    private func compare(_ stored: StoredRow, of report: CheckedReport) throws {
        let known =
            try connection.rows(
                """
                SELECT \(Self.quarterColumns) FROM quarters
                WHERE kiosk = ? AND journal = ? AND sequence = ?
                """,
                [
                    .text(report.kiosk.text), .text(report.journal.text), .integer(stored.sequence),
                ]
            ) { Self.quarter($0) }.first ?? nil
        if let known, known != stored {
            throw RowConflict(kiosk: report.kiosk, sequence: stored.sequence)
        }
    }

    /// Keeps the newest picture of a kiosk's screen.
    package func setScreen(_ png: [UInt8], of kiosk: KioskID, received: Instant) throws {
        try connection.query(
            """
            INSERT INTO screens (kiosk, received, png) VALUES (?, ?, ?)
            ON CONFLICT (kiosk) DO UPDATE SET received = excluded.received, png = excluded.png
            """,
            [.text(kiosk.text), .integer(received.seconds), .blob(png)]
        )
    }

    /// The newest picture of a kiosk's screen, nil when it never sent one.
    package func screen(of kiosk: KioskID) throws -> [UInt8]? {
        try connection.rows("SELECT png FROM screens WHERE kiosk = ?", [.text(kiosk.text)]) {
            $0.blob(0)
        }.first
    }

    /// All rows of a kiosk in the order of time, for exports and tests.
    package func quarters(of kiosk: KioskID) throws -> [StoredRow] {
        try connection.rows(
            "SELECT \(Self.quarterColumns) FROM quarters WHERE kiosk = ? ORDER BY start, sequence",
            [.text(kiosk.text)]
        ) { Self.quarter($0) }.compactMap { $0 }
    }

    /// What is known of a kiosk at first glance.
    ///
    /// - Parameters:
    ///   - kiosk: Its name.
    ///   - now: The wall clock; rows that claim to lie more than a day ahead of it are passed over.
    /// - Returns: The contact and the newest row, as far as there are any.
    /// - Throws: `SQLiteError` when the disk refuses.
    package func glance(of kiosk: KioskID, now: Instant) throws -> Glance {
        let contact = try connection.rows(
            """
            SELECT contacts.received, version, radio, display, screens.received
            FROM contacts LEFT JOIN screens USING (kiosk) WHERE kiosk = ?
            """,
            [.text(kiosk.text)]
        ) { row in
            Glance.Contact(
                time: Instant(seconds: row.integer(0)),
                health: .init(version: row.text(1), radio: row.text(2), display: row.text(3)),
                screenTime: row.isNull(4) ? nil : Instant(seconds: row.integer(4))
            )
        }.first
        let shown = try shownToday(by: kiosk, now: now)
        let newest =
            try connection.rows(
                """
                SELECT \(Self.quarterColumns), source FROM quarters WHERE kiosk = ? AND start < ?
                ORDER BY start DESC, received DESC, sequence DESC LIMIT 1
                """,
                [.text(kiosk.text), .integer(now.seconds + 86_400)]
            ) { row in
                Self.quarter(row).map { ($0.row, Report.Source(rawValue: row.text(7)) ?? .air) }
            }.first ?? nil
        return Glance(contact: contact, newest: newest?.0, source: newest?.1, shown: shown)
    }

    private static let quarterColumns =
        "sequence, start, length, quality, android, ios, other_phones"

    private static func quarter(_ row: Row) -> StoredRow? {
        StoredRow(
            sequence: row.integer(0),
            start: row.integer(1),
            length: row.integer(2),
            quality: row.text(3),
            android: row.count(4),
            ios: row.count(5),
            otherPhones: row.count(6)
        )
    }
}

/// Two rows of one kiosk under one number; a card that was cloned does that.
package struct RowConflict: Error, Equatable, CustomStringConvertible {
    package let kiosk: KioskID
    package let sequence: Int64

    package var description: String {
        "kiosk \(kiosk): row \(sequence) is known with other figures; was its card cloned?"
    }
}

/// What is known of a kiosk at first glance: when it spoke last, and its newest row.
package struct Glance: Sendable {
    package let contact: Contact?
    package let newest: QuarterRow?
    package let source: Report.Source?
    /// What was on its glass today.
    package let shown: Shown?

    package struct Shown: Sendable, Equatable {
        /// How many pages were shown, each time counted.
        package let times: Int
        /// The newest showing.
        package let newest: ShownPage
    }

    package struct Contact: Sendable {
        package let time: Instant
        package let health: Report.Health
        /// When its newest picture arrived, nil when there is none.
        package let screenTime: Instant?
    }
}
