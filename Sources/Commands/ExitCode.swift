/// How a command ended; the same for every command of every program.
package enum ExitCode: Int32, Sendable {
    /// It did what it was asked.
    case fine = 0
    /// It ran, and the answer is no.
    case no = 1
    /// It was called wrongly.
    case usage = 2
    /// It could not run, or not to the end of its input.
    case failed = 3
}

/// A command that was called wrongly: what is wrong with its arguments.
package struct UsageError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// A command that could not do its work: the thing, and the remedy.
package struct CommandFailure: Error, Equatable, CustomStringConvertible {
    package let description: String
    package let exitCode: ExitCode

    package init(_ description: String, exitCode: ExitCode = .failed) {
        self.description = description
        self.exitCode = exitCode
    }
}
