/// Brings a database to the shape this program knows, step by named step; steps are only ever appended.
package struct Migrator {
    private let steps: [(name: String, sql: String)]

    /// - Parameter steps: Names and statements, the oldest first.
    package init(_ steps: [(name: String, sql: String)]) {
        self.steps = steps
    }

    /// Runs the steps this database has not seen, each in a transaction of its own.
    ///
    /// - Throws: `MigrationError` when the database knows steps that this program does not: it was
    ///   written by a newer version.
    package func migrate(_ connection: Connection) throws {
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL)"
        )
        let done = try connection.rows("SELECT name FROM migrations ORDER BY position") {
            $0.text(0)
        }
        guard done == steps.prefix(done.count).map(\.name) else {
            throw MigrationError(
                database: connection.path,
                found: done,
                known: steps.map(\.name)
            )
        }
        for (position, step) in steps.enumerated().dropFirst(done.count) {
            try connection.transaction {
                try connection.execute(step.sql)
                try connection.query(
                    "INSERT INTO migrations (position, name) VALUES (?, ?)",
                    [.integer(Int64(position)), .text(step.name)]
                )
            }
        }
    }
}

/// A database whose history is not a beginning of this program's.
package struct MigrationError: Error, Equatable, CustomStringConvertible {
    /// The database's file.
    package let database: String
    /// Names of the steps it went through.
    package let found: [String]
    /// Names of the steps that this program knows.
    package let known: [String]

    package var description: String {
        "\(database) was made by another version: it went through \(found), this program knows "
            + "\(known); install the newer version or give another database"
    }
}
