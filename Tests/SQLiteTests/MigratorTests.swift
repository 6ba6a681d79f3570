import Testing

@testable import SQLite

@Suite struct MigratorTests {
    private let connection: Connection
    private let first = (name: "first", sql: "CREATE TABLE a (v); INSERT INTO a VALUES (1)")
    private let second = (name: "second", sql: "ALTER TABLE a ADD COLUMN w; CREATE TABLE b (v)")

    init() throws {
        connection = try Connection(path: ":memory:")
    }

    private func tables() throws -> [String] {
        try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
            $0.text(0)
        }
    }

    private func history() throws -> [String] {
        try connection.rows("SELECT name FROM migrations ORDER BY position") { $0.text(0) }
    }

    @Test("the first run does all steps, the second none")
    func twice() throws {
        let migrator = Migrator([first, second])
        try migrator.migrate(connection)
        try migrator.migrate(connection)
        #expect(try tables() == ["a", "b", "migrations"])
        #expect(try history() == ["first", "second"])
        #expect(try connection.rows("SELECT count(*) FROM a") { $0.integer(0) } == [1])
    }

    @Test("a later version does only what is new and keeps the rows")
    func later() throws {
        try Migrator([first]).migrate(connection)
        try connection.execute("INSERT INTO a VALUES (2)")
        try Migrator([first, second]).migrate(connection)
        #expect(try history() == ["first", "second"])
        #expect(try connection.rows("SELECT v FROM a") { $0.integer(0) } == [1, 2])
    }

    @Test("a database of a newer or of another program is refused and left as it is")
    func refused() throws {
        try Migrator([first, second]).migrate(connection)
        for (steps, known) in [([first], ["first"]), ([second], ["second"]), ([], [])] {
            #expect(
                throws: MigrationError(
                    database: ":memory:",
                    found: ["first", "second"],
                    known: known
                )
            ) {
                try Migrator(steps).migrate(connection)
            }
        }
        #expect(try history() == ["first", "second"])
    }

    @Test("the refusal names the database and the remedy")
    func wording() {
        let error = MigrationError(database: "/var/kiosk.sqlite", found: ["a", "b"], known: ["a"])
        #expect("\(error)".contains("/var/kiosk.sqlite"))
        #expect("\(error)".contains("install the newer version"))
    }

    @Test("a step that fails leaves the old shape, and can be done later")
    func failing() throws {
        let broken = (name: "second", sql: "CREATE TABLE b (v); CREATE TABLE a (v)")
        #expect(throws: SQLiteError.self) { try Migrator([first, broken]).migrate(connection) }
        #expect(try tables() == ["a", "migrations"])
        #expect(try history() == ["first"])
        try Migrator([first, second]).migrate(connection)
        #expect(try tables() == ["a", "b", "migrations"])
    }
}
