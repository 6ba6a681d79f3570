package import Guidance

/// A content pack that cannot be used: which pack, which page, which rule, which figure.
package struct ContentError: Error, Equatable, CustomStringConvertible {
    /// What the pack is called: its folder, or its name.
    package let pack: String
    /// What is wrong, the refusals of the rules first.
    package let findings: [Finding]
    private let cause: String?

    init(pack: String, findings: [Finding]) {
        self.pack = pack
        self.findings = findings
        cause = nil
    }

    init(pack: String, reason: String) {
        self.pack = pack
        findings = []
        cause = reason
    }

    /// What is wrong without the pack's name; five findings at most.
    var reason: String {
        if let cause { return cause }
        let shown = findings.prefix(5).map { "\($0)" }.joined(separator: "; ")
        let rest = findings.count > 5 ? "; and \(findings.count - 5) more" : ""
        return shown + rest
    }

    /// Everything that is wrong, a line for each.
    package var lines: [String] {
        cause.map { [$0] } ?? findings.map { "\($0)" }
    }

    package var description: String { "\(pack): \(reason)" }
}
