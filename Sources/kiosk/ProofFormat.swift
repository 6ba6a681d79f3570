import PrivacyProof

/// How `kiosk prove-privacy` tells what it looked at and what it found.
enum ProofFormat {
    /// For people.
    static func lines(_ result: ProofResult) -> [String] {
        let encodings = ValueEncoding.allCases.filter { $0 != .marker }
        var lines = [
            "planted  \(result.phones) phones in \(result.events) events: \(result.values) values, "
                + "\(result.ids) of them Bluezone ids",
            result.heard.map { heard in
                "counted  \(heard.withFigures) of \(heard.quarters) quarters arrived with "
                    + "figures: \(heard.counted) for \(heard.planted) ids planted there"
            } ?? "counted  not looked at: this kiosk reports to somebody else",
            "sought   \(result.needles) byte strings, each value as "
                + encodings.map(\.rawValue).joined(separator: ", "),
            "control  every value was found in the capture, the marker in the kiosk's memory",
        ]
        if result.usedException {
            lines.append("NOTE     the kiosk's memory was left readable for this test")
        }
        for place in result.places {
            lines.append(
                "looked   \(place.name): \(place.parts) \(place.unit), \(size(place.findings.bytes)): "
                    + found(place.findings)
            )
        }
        for (name, bytes, reason) in result.leftOut {
            lines.append("left out \(name): \(bytes > 0 ? size(bytes) + ", " : "")\(reason)")
        }
        lines.append(
            "took     \(rounded(result.seconds.whole)) s, \(rounded(result.seconds.memory)) s of it "
                + "for \(size(result.bytes(of: "memory"))) of memory in "
                + "\(result.parts(of: "memory")) mappings"
        )
        lines.append(
            result.isClean
                ? "nothing planted was found" : "FOUND: this kiosk keeps what it must not keep"
        )
        return lines
    }

    /// For programs: one object, without a line break.
    static func json(_ result: ProofResult) -> String {
        let places = result.places.map { place in
            let hits = place.findings.hits.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\"\($0.key.rawValue)\":\($0.value)" }
            return "{\"place\":\"\(place.name)\",\"\(place.unit)\":\(place.parts),"
                + "\"bytes\":\(place.findings.bytes),\"values_found\":\(place.findings.distinct),"
                + "\"found\":{\(hits.joined(separator: ","))}}"
        }
        let leftOut = result.leftOut.map { name, bytes, reason in
            "{\"name\":\(JSONText.quoted(name)),\"bytes\":\(bytes),"
                + "\"reason\":\(JSONText.quoted(reason))}"
        }
        let members = [
            "\"clean\":\(result.isClean)", "\"phones\":\(result.phones)",
            "\"values\":\(result.values)", "\"ids\":\(result.ids)",
            "\"counted\":\(number(result.heard?.counted))",
            "\"quarters\":\(number(result.heard?.quarters))",
            "\"quarters_with_figures\":\(number(result.heard?.withFigures))",
            "\"events\":\(result.events)", "\"needles\":\(result.needles)",
            "\"left_readable\":\(result.usedException)",
            "\"seconds\":\(rounded(result.seconds.whole))",
            "\"places\":[\(places.joined(separator: ","))]",
            "\"left_out\":[\(leftOut.joined(separator: ","))]",
        ]
        return "{\(members.joined(separator: ","))}"
    }

    private static func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }

    private static func found(_ findings: Findings) -> String {
        guard findings.total > 0 else { return "nothing" }
        let hits = findings.hits.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) times \($0.key.rawValue)" }
        return "FOUND \(findings.distinct) values: " + hits.joined(separator: ", ")
    }

    private static func size(_ bytes: UInt64) -> String {
        bytes < 10_000 ? "\(bytes) bytes" : "\((bytes + 512) / 1024) KiB"
    }

    private static func rounded(_ seconds: Double) -> Double {
        (seconds * 10).rounded() / 10
    }
}
