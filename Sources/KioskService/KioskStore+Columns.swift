import Fleet
import SQLite

/// How rows stand in the table.
extension KioskStore {
    /// What is stored of a row, without its sequence.
    static func values(_ row: QuarterRow, boot: BootID, source: Report.Source) -> [SQLiteValue] {
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

    /// The columns of a stored row, in the order that `storedRow` reads.
    static let columns = "sequence, start, length, quality, android, ios, other_phones"

    /// The row in `columns`; nil when it was damaged.
    static func storedRow(_ row: Row) -> StoredRow? {
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
