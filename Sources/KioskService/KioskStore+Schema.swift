import SQLite

extension KioskStore {
    /// The tables, as each version of the program added to them.
    static let migrator = Migrator([
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
        (
            name: "shown",
            sql: """
            CREATE TABLE shown (
                page TEXT NOT NULL,
                day INTEGER NOT NULL,
                times INTEGER NOT NULL,
                last INTEGER NOT NULL,
                proof TEXT NOT NULL,
                is_told INTEGER NOT NULL,
                PRIMARY KEY (page, day)
            ) WITHOUT ROWID;
            """
        ),
    ])
}
