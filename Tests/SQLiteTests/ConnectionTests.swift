import Foundation
import Testing

@testable import SQLite

@Suite struct ConnectionTests {
    private struct Fault: Error, Equatable {}

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func numbers(_ connection: Connection) throws -> [Int64] {
        try connection.rows("SELECT v FROM t ORDER BY rowid") { $0.integer(0) }
    }

    private func sqliteError(
        sourceLocation: SourceLocation = #_sourceLocation,
        _ work: () throws -> Void
    ) -> SQLiteError? {
        do {
            try work()
            Issue.record("no error was thrown", sourceLocation: sourceLocation)
        } catch let error as SQLiteError {
            return error
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
        return nil
    }

    // MARK: Opening

    @Test("a file has a write-ahead log, forced commits and foreign keys")
    func pragmas() throws {
        let connection = try Connection(path: folder("db"))
        #expect(try connection.rows("PRAGMA journal_mode") { $0.text(0) } == ["wal"])
        // 2 is FULL, https://www.sqlite.org/pragma.html#pragma_synchronous.
        #expect(try connection.rows("PRAGMA synchronous") { $0.integer(0) } == [2])
        #expect(try connection.rows("PRAGMA foreign_keys") { $0.integer(0) } == [1])
    }

    @Test("what was stored is there when the file is opened again")
    func reopen() throws {
        do {
            let connection = try Connection(path: folder("db"))
            try connection.execute("CREATE TABLE t (v); INSERT INTO t VALUES (7)")
        }
        #expect(try numbers(Connection(path: folder("db"))) == [7])
        // The last connection took its log with it, so nothing kept a statement open.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["db"])
    }

    @Test("a folder, a missing folder and no name at all are errors that name the path")
    func unopenable() throws {
        for path in [folder.path, folder("no/db"), "/proc/bluezone.db"] {
            let error = try #require(sqliteError { _ = try Connection(path: path) })
            #expect(error.code == 14)
            #expect(error.subject == path)
            #expect("\(error)".contains("unable to open database file"))
        }
        let folderError = try #require(sqliteError { _ = try Connection(path: folder.path) })
        #expect("\(folderError)".contains("Is a directory"))
        let missing = try #require(sqliteError { _ = try Connection(path: folder("no/db")) })
        #expect("\(missing)".contains("No such file or directory"))
        #expect(sqliteError { _ = try Connection(path: "") } != nil)
    }

    @Test("a file that is no database is refused by name and left as it is")
    func garbage() throws {
        let bytes = Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 13) })
        try bytes.write(to: URL(fileURLWithPath: folder("db")))
        let error = try #require(sqliteError { _ = try Connection(path: folder("db")) })
        #expect(error.code == 26)
        #expect("\(error)".contains(folder("db")))
        #expect("\(error)".contains("file is not a database"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("db"))) == bytes)
    }

    @Test("a database cut in the middle is an error when it is read, not a crash")
    func cut() throws {
        do {
            let connection = try Connection(path: folder("db"))
            try connection.execute("CREATE TABLE t (v)")
            for _ in 0..<50 {
                try connection.query(
                    "INSERT INTO t VALUES (?)",
                    [.blob([UInt8](repeating: 1, count: 1000))]
                )
            }
        }
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder("db")))
        try whole.prefix(9000).write(to: URL(fileURLWithPath: folder("db")))
        let error = try #require(
            sqliteError {
                _ = try Connection(path: folder("db")).rows("SELECT sum(length(v)) FROM t") {
                    $0.integer(0)
                }
            }
        )
        #expect(error.code & 0xff == 11)
    }

    @Test("a place where no log can be kept is refused", .enabled(if: geteuid() != 0))
    func readOnly() throws {
        do {
            _ = try Connection(path: folder("db"))
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o444],
            ofItemAtPath: folder("db")
        )
        let error = try #require(sqliteError { _ = try Connection(path: folder("db")) })
        #expect("\(error)".contains(folder("db")))
    }

    // MARK: Transactions

    @Test("a transaction is done whole and gives its value")
    func commit() throws {
        let connection = try Connection(path: folder("db"))
        try connection.execute("CREATE TABLE t (v)")
        let value = try connection.transaction {
            try connection.query("INSERT INTO t VALUES (1), (2)")
            return connection.changes
        }
        #expect(value == 2)
        #expect(try numbers(connection) == [1, 2])
    }

    @Test("a failure undoes the transaction, and its error comes out")
    func rollback() throws {
        let connection = try Connection(path: folder("db"))
        try connection.execute("CREATE TABLE t (v UNIQUE); INSERT INTO t VALUES (1)")
        #expect(throws: Fault()) {
            try connection.transaction {
                try connection.query("INSERT INTO t VALUES (2)")
                throw Fault()
            }
        }
        let error = sqliteError {
            try connection.transaction {
                try connection.query("INSERT INTO t VALUES (3)")
                try connection.query("INSERT INTO t VALUES (1)")
            }
        }
        // SQLITE_CONSTRAINT_UNIQUE.
        #expect(error?.code == 2067)
        #expect(try numbers(connection) == [1])
        try connection.transaction { try connection.query("INSERT INTO t VALUES (4)") }
        #expect(try numbers(connection) == [1, 4])
    }

    @Test("a transaction within a transaction is an error and undoes the outer one")
    func nested() throws {
        let connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (v)")
        let error = sqliteError {
            try connection.transaction {
                try connection.query("INSERT INTO t VALUES (1)")
                try connection.transaction {}
            }
        }
        #expect(error?.message.contains("within a transaction") == true)
        #expect(try numbers(connection) == [])
    }

    // MARK: Errors

    @Test("an error names file and statement, never a bound value")
    func wording() throws {
        let connection = try Connection(path: folder("db"))
        try connection.execute("CREATE TABLE t (v TEXT UNIQUE)")
        let statement = "INSERT INTO t (v)\nVALUES (?)"
        try connection.query(statement, [.text("secret")])
        let error = try #require(sqliteError { try connection.query(statement, [.text("secret")]) })
        #expect(!"\(error)".contains("secret"))
        #expect(error.subject == "\(folder("db")): INSERT INTO t (v)")
        #expect(error.message == "UNIQUE constraint failed: t.v")
    }

    @Test("too many values and too few are errors", arguments: [0, 1, 3])
    func valueCount(count: Int) throws {
        let connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (a, b)")
        let values = [SQLiteValue](repeating: .integer(1), count: count)
        #expect(sqliteError { try connection.query("INSERT INTO t VALUES (?, ?)", values) } != nil)
        #expect(try connection.rows("SELECT count(*) FROM t") { $0.integer(0) } == [0])
    }

    @Test("an error of the reader ends the reading, and the connection goes on")
    func readerFails() throws {
        let connection = try Connection(path: ":memory:")
        try connection.execute("CREATE TABLE t (v); INSERT INTO t VALUES (1), (2)")
        #expect(throws: Fault()) { try connection.query("SELECT v FROM t") { _ in throw Fault() } }
        try connection.execute("DROP TABLE t")
    }

    @Test("nonsense is an error", arguments: ["", "SELEC 1", "SELECT * FROM none", "-- nothing"])
    func nonsense(sql: String) throws {
        let connection = try Connection(path: ":memory:")
        let error = try #require(sqliteError { try connection.query(sql) })
        #expect(error.code != 0)
    }

    @Test("a value longer than SQLite takes is an error")
    func tooLong() throws {
        let connection = try Connection(path: ":memory:")
        #expect(sqliteError { try connection.query("SELECT zeroblob(1 << 40)") } != nil)
    }
}
