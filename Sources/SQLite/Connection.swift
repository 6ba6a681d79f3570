import CSQLite
import Glibc

/// A connection to one SQLite database, write-ahead log, every commit forced onto the medium.
///
/// Not Sendable: it belongs to one actor. There is one read-write connection to a file, since SQLite
/// before 3.51.3 can lose a log that two connections checkpoint at once.
package final class Connection {
    private let handle: OpaquePointer
    /// The file, or `:memory:`.
    let path: String

    /// Opens or makes a database.
    ///
    /// - Parameter path: A file, or `:memory:`.
    /// - Throws: `SQLiteError` when it cannot be opened, is no database, or can keep no write-ahead log.
    package init(path: String) throws(SQLiteError) {
        handle = try Self.open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        self.path = path
        try keepLog()
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA foreign_keys = ON")
    }

    /// Opens a database that another connection writes, to look at it and nothing else.
    ///
    /// - Parameter path: A file that exists.
    /// - Throws: `SQLiteError` when it cannot be opened or is no database.
    package init(reading path: String) throws(SQLiteError) {
        handle = try Self.open(path, SQLITE_OPEN_READONLY)
        self.path = path
        try execute("SELECT count(*) FROM sqlite_schema")
    }

    private static func open(_ path: String, _ flags: Int32) throws(SQLiteError) -> OpaquePointer {
        // An empty name would mean a database that is deleted when it is closed.
        guard !path.isEmpty else {
            throw SQLiteError(code: SQLITE_CANTOPEN, message: "no file is named", subject: path)
        }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            let message = reason(code, system: sqlite3_system_errno(opened))
            sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: message, subject: path)
        }
        sqlite3_extended_result_codes(opened, 1)
        sqlite3_busy_timeout(opened, 5000)
        return opened
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Turns the write-ahead log on; SQLite does not fail where it cannot, it answers another mode.
    private func keepLog() throws(SQLiteError) {
        var mode = ""
        do {
            try query("PRAGMA journal_mode = WAL") { mode = $0.text(0) }
        } catch let error as SQLiteError {
            throw error
        } catch {
            mode = "\(error)"
        }
        guard mode == (path == ":memory:" ? "memory" : "wal") else {
            throw SQLiteError(
                code: SQLITE_READONLY,
                message: "no write-ahead log can be kept there (mode \(mode)); is it writable?",
                subject: path
            )
        }
    }

    private static func reason(_ code: Int32, system: Int32) -> String {
        let message = String(cString: sqlite3_errstr(code))
        return system == 0 ? message : "\(message): \(String(cString: strerror(system)))"
    }

    /// Runs statements that bind nothing and give nothing back.
    package func execute(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
    }

    /// Runs one statement and gives each of its rows to `body`.
    ///
    /// - Throws: `SQLiteError`, also when there are more or fewer values than question marks; or what
    ///   `body` threw.
    package func query(
        _ sql: String,
        _ values: [SQLiteValue] = [],
        _ body: (Row) throws -> Void = { _ in }
    ) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
        defer { sqlite3_finalize(statement) }
        guard let statement, Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw SQLiteError(
                code: SQLITE_MISUSE,
                message: statement == nil ? "no statement" : "not one value for each question mark",
                subject: subject(sql)
            )
        }
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
        SQLiteError(
            code: code,
            message: String(cString: sqlite3_errmsg(handle)),
            subject: subject(sql)
        )
    }

    /// The file, and the first line of the statement.
    private func subject(_ sql: String) -> String {
        "\(path): \(sql.split(separator: "\n").first ?? "")"
    }
}
