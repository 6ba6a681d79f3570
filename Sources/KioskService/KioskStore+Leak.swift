#if DEBUG
import SQLite

extension KioskStore {
    /// Stores what must never be stored, so that a test can see it found; debug builds only.
    package func leak(_ bytes: [UInt8]) throws {
        try connection.execute("CREATE TABLE IF NOT EXISTS leak (bytes BLOB)")
        try connection.query("INSERT INTO leak VALUES (?)", [.blob(bytes)])
    }
}
#endif
