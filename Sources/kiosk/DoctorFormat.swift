import KioskService

/// How `kiosk doctor` shows findings: lines of 80 columns, or one JSON object.
enum DoctorFormat {
    static let width = 80
    private static let indent = 16

    /// The lines for a person.
    static func text(_ findings: [PartFinding]) -> [String] {
        findings.flatMap { finding in
            let head = padded(finding.state.rawValue, 6) + padded(finding.part, indent - 6)
            return wrapped(finding.reason, head: head)
                + (finding.remedy.isEmpty ? [] : wrapped("-> " + finding.remedy, head: ""))
        }
    }

    /// One JSON object without a line break.
    static func json(_ findings: [PartFinding]) -> String {
        let checks = findings.map { finding in
            let members = [
                ("part", finding.part), ("state", finding.state.rawValue),
                ("reason", finding.reason), ("remedy", finding.remedy),
            ]
            return "{"
                + members.map { "\"\($0.0)\":\(JSONText.quoted($0.1))" }
                .joined(separator: ",") + "}"
        }
        return "{\"verdict\":\"\(verdict(findings).rawValue)\",\"checks\":["
            + checks.joined(separator: ",") + "]}"
    }

    /// The gravest state.
    static func verdict(_ findings: [PartFinding]) -> PartFinding.State {
        let states = Set(findings.map(\.state))
        return states.contains(.fail) ? .fail : states.contains(.warn) ? .warn : .ok
    }

    private static func wrapped(_ text: String, head: String) -> [String] {
        var lines = [padded(head, indent)]
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, lines[lines.count - 1].count + 1 + word.count > width {
                lines.append(String(repeating: " ", count: indent))
                isEmpty = true
            }
            lines[lines.count - 1] += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }
}
