import CSQLite

/// A connection to one SQLite database, write-ahead log, every commit forced onto the medium.
///
/// Not Sendable: it belongs to one actor. There is one read-write connection to a file, since SQLite
/// before 3.51.3 can lose a log that two connections checkpoint at once.
package final class Connection {
    private let handle: OpaquePointer
    private let path: String

    /// Opens or makes a database.
    ///
    /// - Parameter path: A file, or `:memory:`.
    package init(path: String) throws(SQLiteError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard code == SQLITE_OK, let opened else {
            let message = String(cString: sqlite3_errstr(code))
            sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: message, subject: path)
        }
        handle = opened
        self.path = path
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5000)
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA foreign_keys = ON")
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Runs statements that bind nothing and give nothing back.
    package func execute(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
    }

    /// Runs one statement and gives each of its rows to `body`.
    package func query(
        _ sql: String,
        _ values: [SQLiteValue] = [],
        _ body: (Row) throws -> Void = { _ in }
    ) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw error(code, sql) }
        defer { sqlite3_finalize(statement) }
        for (index, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw error(code, sql) }
        }
        while true {
            let code = sqlite3_step(statement)
            switch code {
            case SQLITE_ROW: try body(Row(statement))
            case SQLITE_DONE: return
            default: throw error(code, sql)
            }
        }
    }

    /// Runs one statement and gives its rows as `body` made them.
    package func rows<T>(
        _ sql: String,
        _ values: [SQLiteValue] = [],
        _ body: (Row) throws -> T
    ) throws -> [T] {
        var made: [T] = []
        try query(sql, values) { made.append(try body($0)) }
        return made
    }

    /// Does everything in `body` or nothing of it.
    package func transaction<R>(_ body: () throws -> R) throws -> R {
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            try? execute("ROLLBACK")
            throw error
        }
    }

    /// Rows that the last statement inserted, changed or deleted.
    package var changes: Int { Int(sqlite3_changes(handle)) }

    private func error(_ code: Int32, _ sql: String) -> SQLiteError {
        let statement = sql.split(separator: "\n").first.map(String.init) ?? sql
        return SQLiteError(
            code: code,
            message: String(cString: sqlite3_errmsg(handle)),
            subject: "\(path): \(statement)"
        )
    }
}
