/// What SQLite answered instead of doing its work.
package struct SQLiteError: Error, Equatable, CustomStringConvertible {
    /// Extended result code, https://www.sqlite.org/rescode.html.
    package let code: Int32
    /// SQLite's own words; never the values bound to a statement.
    package let message: String
    /// The statement or file concerned.
    package let subject: String

    package var description: String { "SQLite \(code): \(message) [\(subject)]" }
}
