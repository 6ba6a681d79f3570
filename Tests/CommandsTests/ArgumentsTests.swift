import Testing

@testable import Commands

@Suite struct ArgumentsTests {
    private static let command = Command(
        name: "test",
        summary: "Tests.",
        operands: ["SCENE"],
        options: [
            CommandOption("--out", "FILE", help: "Where to."),
            CommandOption("--listen", "ADDR", repeats: true, help: "Where at."),
            CommandOption("--json", help: "As JSON."),
        ]
    ) { _ in .fine }

    private func read(_ words: [String]) throws(UsageError) -> Arguments {
        try Arguments(words, for: Self.command)
    }

    @Test(
        "a value follows its option or an equals sign",
        arguments: [
            ["bus", "--out", "x"], ["--out", "x", "bus"], ["--out=x", "bus"],
            ["--out", "x", "--", "bus"],
        ]
    )
    func values(words: [String]) throws {
        let arguments = try read(words)
        #expect(arguments.operands == ["bus"])
        #expect(arguments.value("--out") == "x")
        #expect(try arguments.required("--out") == "x")
        #expect(!arguments.has("--json"))
    }

    @Test(
        "a value may hold an equals sign, be a dash or begin with one",
        arguments: [
            (["bus", "--out=a=b"], "a=b"), (["bus", "--out", "a=b"], "a=b"),
            (["bus", "--out", "-"], "-"), (["bus", "--out", "-5"], "-5"),
            (["bus", "--out=--json"], "--json"), (["bus", "--out", "a b"], "a b"),
        ]
    )
    func oddValues(words: [String], value: String) throws {
        let arguments = try read(words)
        #expect(arguments.value("--out") == value)
        #expect(!arguments.has("--json"))
    }

    @Test("after -- everything is an operand; a single - is one as well")
    func operands() throws {
        #expect(try read(["--", "--json"]).operands == ["--json"])
        #expect(try read(["--", "--"]).operands == ["--"])
        #expect(try read(["-"]).operands == ["-"])
        #expect(try read(["--json", "--", "-x"]).has("--json"))
    }

    @Test("an option that repeats keeps all values in order, the last one counts")
    func repeated() throws {
        let arguments = try read(["bus", "--listen", "a", "--listen=b"])
        #expect(arguments.all("--listen") == ["a", "b"])
        #expect(arguments.value("--listen") == "b")
        #expect(arguments.all("--out") == [])
    }

    @Test(
        "what is wrong is named",
        arguments: [
            ([], "SCENE is missing"),
            (["a", "b"], "unexpected argument b"),
            (["a", "--nope"], "unknown option --nope"),
            (["a", "--nope=secret"], "unknown option --nope"),
            (["a", "-o"], "unknown option -o"),
            (["a", "--out"], "--out needs a value"),
            (["a", "--out="], "--out needs a value"),
            (["a", "--out", ""], "--out needs a value"),
            (["a", "--out", "--json"], "--out needs a value"),
            (["a", "--out", "--"], "--out needs a value"),
            (["a", "--out", "x", "--out", "y"], "--out is given twice"),
            (["a", "--json", "--json"], "--json is given twice"),
            (["a", "--json=yes"], "--json takes no value"),
            (["a", "--json="], "--json takes no value"),
        ] as [([String], String)]
    )
    func faults(words: [String], message: String) {
        #expect(throws: UsageError(message)) { try read(words) }
    }

    @Test("an option that must be given says so")
    func required() throws {
        let arguments = try read(["bus"])
        #expect(throws: UsageError("--out is missing")) { try arguments.required("--out") }
    }

    @Test("numbers are taken within their bounds", arguments: [("0", 0), ("100", 100), ("7", 7)])
    func numbers(text: String, number: Int) throws {
        #expect(try read(["bus", "--out", text]).number("--out", in: 0...100) == number)
        #expect(try read(["bus"]).number("--out", in: 0...100) == nil)
    }

    @Test(
        "what is no number within the bounds is refused with the bounds",
        arguments: ["-1", "101", "1.5", "x", "1 ", "99999999999999999999", "0x10"]
    )
    func noNumbers(text: String) throws {
        let arguments = try read(["bus", "--out", text])
        #expect(throws: UsageError("--out \(text): not a number from 0 to 100")) {
            try arguments.number("--out", in: 0...100)
        }
    }

    @Test("nan and infinity are within no bounds", arguments: ["nan", "inf", "-inf", "1e999"])
    func noDoubles(text: String) throws {
        let arguments = try read(["bus", "--out", text])
        #expect(throws: UsageError.self) { try arguments.number("--out", in: 0.01...100) }
    }
}
