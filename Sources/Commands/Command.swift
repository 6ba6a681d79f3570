/// One subcommand: what it is called, what it takes, what it does.
package struct Command: Sendable {
    package let name: String
    /// One line for the list of commands.
    package let summary: String
    /// Positional arguments it takes, such as `SCENE`; all are needed.
    package let operands: [String]
    package let options: [CommandOption]
    /// Anything more to be said in `--help`.
    package let notes: String
    package let run: @Sendable (Arguments) async throws -> ExitCode

    package init(
        name: String,
        summary: String,
        operands: [String] = [],
        options: [CommandOption] = [],
        notes: String = "",
        run: @escaping @Sendable (Arguments) async throws -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.options = options
        self.notes = notes
        self.run = run
    }
}

/// An option of a command: `--name VALUE`, or `--name` alone.
package struct CommandOption: Sendable {
    package let name: String
    /// What the value is called in `--help`; nil for a switch.
    package let value: String?
    package let help: String
    /// Whether it may be given several times.
    package let repeats: Bool

    package init(_ name: String, _ value: String? = nil, repeats: Bool = false, help: String) {
        self.name = name
        self.value = value
        self.help = help
        self.repeats = repeats
    }
}
