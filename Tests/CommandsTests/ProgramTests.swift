import Testing

@testable import Commands

/// Whether output was lost is known of the whole process, so these tests run one after the other.
@Suite(.serialized)
struct ProgramTests {
    private struct Fault: Error, CustomStringConvertible {
        let description = "the disk is on fire"
    }

    private static let program = Program(
        name: "tool",
        version: "1.2.3",
        summary: "Does things.",
        commands: [
            Command(name: "fine", summary: "Is fine.", notes: "More words.") { _ in
                Console.out("done")
                return .fine
            },
            Command(name: "no", summary: "Says no.") { _ in .no },
            Command(
                name: "echo",
                summary: "Repeats.",
                operands: ["WORD"],
                options: [CommandOption("--loud", "N", help: "How loud.")]
            ) { arguments in
                Console.out(arguments.operands.joined())
                return .fine
            },
            Command(name: "usage", summary: "Complains.") { _ in throw UsageError("not so") },
            Command(name: "failure", summary: "Fails.") { _ in throw CommandFailure("no file") },
            Command(name: "answer", summary: "Fails mildly.") { _ in
                throw CommandFailure("nothing found", exitCode: .no)
            },
            Command(name: "fault", summary: "Breaks.") { _ in throw Fault() },
        ]
    )

    private func run(
        _ words: [String],
        outPath: String? = nil
    ) async throws -> (code: ExitCode, out: String, error: String) {
        try await OutputCapture().run(Self.program, words, outPath: outPath)
    }

    @Test(
        "every ending has its exit code, and errors go to standard error",
        arguments: [
            (["fine"], .fine, ""),
            (["no"], .no, ""),
            (["usage"], .usage, "tool usage: not so; see tool usage --help\n"),
            (["failure"], .failed, "tool failure: no file\n"),
            (["answer"], .no, "tool answer: nothing found\n"),
            (["fault"], .failed, "tool fault: the disk is on fire\n"),
            (["fine", "--x"], .usage, "tool fine: unknown option --x; see tool fine --help\n"),
            (["echo"], .usage, "tool echo: WORD is missing; see tool echo --help\n"),
            (["none"], .usage, "tool: unknown command none; see tool --help\n"),
        ] as [([String], ExitCode, String)]
    )
    func endings(words: [String], code: ExitCode, error: String) async throws {
        let ran = try await run(words)
        #expect(ran.code == code)
        #expect(ran.error == error)
        #expect(ran.out == (words == ["fine"] ? "done\n" : ""))
    }

    @Test("no command at all is a wrong call and gets the help on standard error")
    func nothing() async throws {
        let ran = try await run([])
        #expect(ran.code == .usage)
        #expect(ran.out.isEmpty)
        #expect(ran.error.contains("Usage: tool COMMAND"))
    }

    @Test("the help lists all commands", arguments: ["--help", "-h", "help"])
    func help(word: String) async throws {
        let ran = try await run([word])
        #expect(ran.code == .fine)
        #expect(ran.error.isEmpty)
        #expect(ran.out.hasPrefix("Does things.\n\nUsage: tool COMMAND [OPTIONS]\n\n"))
        #expect(ran.out.contains("\n  fine     Is fine.\n"))
        #expect(ran.out.contains("\n  failure  Fails.\n"))
        #expect(ran.out.contains("Exit codes: 0 fine, 1 the answer is no, 2 used wrongly"))
    }

    @Test(
        "a command's help says what it takes, whatever else is wrong",
        arguments: [["--help"], ["-h"], ["--nope", "--help"], ["a", "b", "c", "-h"]]
    )
    func commandHelp(words: [String]) async throws {
        let ran = try await run(["echo"] + words)
        #expect(ran.code == .fine)
        #expect(
            ran.out == """
                Repeats.

                Usage: tool echo WORD [OPTIONS]

                  --loud N  How loud.
                  --help    Print this and end.

                """
        )
        #expect(try await run(["fine", "--help"]).out.hasSuffix("\n\nMore words.\n"))
    }

    @Test("the version is told by the program and by every command")
    func version() async throws {
        #expect(try await run(["--version"]).out == "tool 1.2.3\n")
        #expect(try await run(["echo", "--version"]).out == "tool 1.2.3\n")
    }

    @Test("after -- a word is an operand, even --help")
    func operand() async throws {
        let ran = try await run(["echo", "--", "--help"])
        #expect(ran.code == .fine)
        #expect(ran.out == "--help\n")
    }

    @Test("output that could not be written is a failure, not silence")
    func fullDisk() async throws {
        let ran = try await run(["fine"], outPath: "/dev/full")
        #expect(ran.code == .failed)
        #expect(ran.error == "tool fine: standard output: No space left on device\n")
        #expect(try await run(["fine"]).code == .fine)
    }

    @Test("exit codes are the ones that scripts rely on")
    func codes() {
        let all: [ExitCode] = [.fine, .no, .usage, .failed]
        #expect(all.map(\.rawValue) == [0, 1, 2, 3])
    }
}
