import Glibc

/// A program made of subcommands.
package struct Program: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    package let commands: [Command]

    package init(name: String, version: String, summary: String, commands: [Command]) {
        self.name = name
        self.version = version
        self.summary = summary
        self.commands = commands
    }

    /// Runs the subcommand that the arguments name and ends the process with its exit code.
    package func main(_ words: [String] = CommandLine.arguments) async -> Never {
        let code = await run(Array(words.dropFirst()))
        exit(code.rawValue)
    }

    /// Runs the subcommand that the words name.
    package func run(_ words: [String]) async -> ExitCode {
        guard let first = words.first else {
            Console.error(help)
            return .usage
        }
        switch first {
        case "--help", "-h", "help":
            Console.out(help)
            return .fine
        case "--version":
            Console.out("\(name) \(version)")
            return .fine
        default:
            guard let command = commands.first(where: { $0.name == first }) else {
                Console.error("\(name): unknown command \(first); see \(name) --help")
                return .usage
            }
            return await run(command, words: words.dropFirst())
        }
    }

    private func run(_ command: Command, words: ArraySlice<String>) async -> ExitCode {
        let title = "\(name) \(command.name)"
        // Behind -- there are no options.
        let options = words.prefix { $0 != "--" }
        if options.contains("--help") || options.contains("-h") {
            Console.out(command.help(title: title))
            return .fine
        }
        if options.contains("--version") {
            Console.out("\(name) \(version)")
            return .fine
        }
        do {
            let code = try await command.run(Arguments(words, for: command))
            if let reason = Console.takeLoss() {
                throw CommandFailure("standard output: \(reason)")
            }
            return code
        } catch let error as UsageError {
            Console.error("\(title): \(error); see \(title) --help")
            return .usage
        } catch let error as CommandFailure {
            Console.error("\(title): \(error)")
            return error.exitCode
        } catch {
            Console.error("\(title): \(error)")
            return .failed
        }
    }

    private var help: String {
        let width = commands.map(\.name.count).max() ?? 0
        let list = commands.map { command in
            "  " + command.name + String(repeating: " ", count: width - command.name.count + 2)
                + command.summary
        }
        return """
            \(summary)

            Usage: \(name) COMMAND [OPTIONS]

            \(list.joined(separator: "\n"))

            \(name) COMMAND --help says more. --version prints the version.
            Exit codes: 0 fine, 1 the answer is no, 2 used wrongly, 3 could not run.
            """
    }
}

extension Command {
    func help(title: String) -> String {
        let shown = options + [CommandOption("--help", help: "Print this and end.")]
        let names = shown.map { option in option.name + (option.value.map { " \($0)" } ?? "") }
        let width = names.map(\.count).max() ?? 0
        let list = zip(names, shown).map { name, option in
            "  " + name + String(repeating: " ", count: width - name.count + 2) + option.help
        }
        let usage = ([title] + operands + ["[OPTIONS]"]).joined(separator: " ")
        let text = "\(summary)\n\nUsage: \(usage)\n\n\(list.joined(separator: "\n"))"
        return notes.isEmpty ? text : text + "\n\n" + notes
    }
}
