package import Guidance

/// A content pack that cannot be used: which pack, which page, which rule, which figure.
package struct ContentError: Error, Equatable, CustomStringConvertible {
    /// What the pack is called: its folder, or its name.
    package let pack: String
    /// What is wrong, the refusals of the rules first.
    package let findings: [Finding]
    private let reason: String?

    init(pack: String, findings: [Finding]) {
        self.pack = pack
        self.findings = findings
        reason = nil
    }

    init(pack: String, reason: String) {
        self.pack = pack
        findings = []
        self.reason = reason
    }

    package var description: String {
        if let reason { return "\(pack): \(reason)" }
        let shown = findings.prefix(5).map { "\($0)" }.joined(separator: "; ")
        let rest = findings.count > 5 ? "; and \(findings.count - 5) more" : ""
        return "\(pack): \(shown)\(rest)"
    }
}
