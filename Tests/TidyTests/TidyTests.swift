import Foundation
import Testing

/// Style as a test: what reviewers would otherwise say again and again.
@Suite struct TidyTests {
    private let tree: SourceTree

    init() throws {
        tree = try SourceTree()
    }

    @Test("no file is longer than 400 lines, and half of them are shorter than 120")
    func fileLength() throws {
        for file in tree.files where file.lines.count > 400 {
            Issue.record("\(file.path) has \(file.lines.count) lines: split it by subject")
        }
        let lengths = tree.sources.map(\.lines.count).sorted()
        #expect(lengths[lengths.count / 2] < 120)
    }

    @Test("no function is longer than 70 lines")
    func functionLength() {
        for file in tree.files {
            for (name, length) in Self.functions(in: file.lines) where length > 70 {
                Issue.record("\(file.path): \(name) has \(length) lines")
            }
        }
    }

    @Test("libraries print nothing: only Commands writes to standard output")
    func noPrint() {
        for file in tree.sources {
            for (number, line) in file.lines.enumerated() {
                let code = Self.withoutStrings(line)
                if code.contains(#/(^|[^\w.])(print|debugPrint|dump|NSLog)\(/#),
                    !code.contains("func print(")
                {
                    Issue.record("\(file.path):\(number + 1) prints")
                }
            }
        }
    }

    @Test("every test function still has its attribute")
    func testsHaveAttributes() {
        for file in tree.tests {
            for (number, line) in file.lines.enumerated()
            where line.contains(#/^\s+func test[A-Z_]\w*\(/#) {
                let before = file.lines[..<number].suffix(12).joined(separator: "\n")
                if !before.contains("@Test") {
                    Issue.record("\(file.path):\(number + 1): a test function without @Test")
                }
            }
            if file.path.hasSuffix("Tests.swift"),
                !file.lines.contains(where: { $0.contains("@Test") })
            {
                Issue.record("\(file.path): a file of tests without a test")
            }
        }
    }

    @Test("no reminders are left behind, and nothing forces its luck")
    func leftovers() {
        let banned = [
            "TO" + "DO", "FIX" + "ME", "X" + "XX", "fatal" + "Error(", "try" + "!", "as" + "!",
        ]
        for file in tree.sources {
            for (number, line) in file.lines.enumerated() {
                let code = Self.withoutStrings(line)
                for word in banned where code.contains(word) {
                    Issue.record("\(file.path):\(number + 1) has \(word)")
                }
            }
        }
    }

    @Test("every unchecked Sendable says why beside it")
    func uncheckedSendable() {
        for file in tree.sources {
            for (number, line) in file.lines.enumerated() where line.contains("@unchecked Sendable")
            {
                let range = max(number - 6, 0)..<min(number + 6, file.lines.count)
                let around = file.lines[range].filter { $0.contains("//") }.joined(separator: " ")
                if !around.contains("unchecked"), !around.contains("Unchecked") {
                    Issue.record("\(file.path):\(number + 1): say why beside it")
                }
            }
        }
    }

    @Test("the length of functions is measured rightly")
    func measuring() {
        let lines = [
            "struct S {", "    func a() {", "        one()", "    }", "    init() {", "    }",
            "    func b(", "        x: Int", "    ) -> Int {", "        2", "    }", "}",
        ]
        let found = Self.functions(in: lines)
        #expect(found.map(\.name) == ["func a() {", "init() {", "func b("])
        #expect(found.map(\.length) == [3, 2, 5])
    }

    /// Name and length of each function, by the indentation that the formatter guarantees.
    static func functions(in lines: [String]) -> [(name: String, length: Int)] {
        var found: [(name: String, length: Int)] = []
        for (number, line) in lines.enumerated()
        where line.contains(
            #/^\s*((@\w+(\(.*\))?|package|public|internal|private|fileprivate|static|mutating|nonisolated|override|convenience)\s+)*(func\s|init[(?<]|deinit\s)/#
        ) {
            let indent = String(line.prefix { $0 == " " })
            guard
                let end = lines[(number + 1)...].firstIndex(where: { $0 == indent + "}" }),
                line.hasSuffix("{") || line.hasSuffix("(") || line.hasSuffix("<")
            else { continue }
            found.append((line.trimmingCharacters(in: .whitespaces), end - number + 1))
        }
        return found
    }

    /// A line of code without its comment and the content of its string literals.
    private static func withoutStrings(_ line: String) -> String {
        let bare = line.replacing(#/"([^"\\]|\\.)*"/#, with: "\"\"")
        return bare.range(of: "//").map { String(bare[..<$0.lowerBound]) } ?? bare
    }
}
