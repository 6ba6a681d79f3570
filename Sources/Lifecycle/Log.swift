/// Where a process says what it does: a level and a sentence, never an identifier of a phone.
package struct Log: Sendable {
    /// How much a line matters; names and numbers of syslog(3).
    package enum Level: Int, Sendable {
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6

        /// The level as a word.
        package var word: String {
            switch self {
            case .error: "error"
            case .warning: "warning"
            case .notice: "notice"
            case .info: "info"
            }
        }
    }

    private let write: @Sendable (Level, String) -> Void

    /// - Parameter write: Takes a level and a line.
    package init(write: @escaping @Sendable (Level, String) -> Void) {
        self.write = write
    }

    /// Writes a line of level error.
    package func error(_ line: String) { write(.error, line) }
    /// Writes a line of level warning.
    package func warning(_ line: String) { write(.warning, line) }
    /// Writes a line of level notice.
    package func notice(_ line: String) { write(.notice, line) }
    /// Writes a line of level info.
    package func info(_ line: String) { write(.info, line) }
}
