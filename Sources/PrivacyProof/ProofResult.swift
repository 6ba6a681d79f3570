/// What was looked at and what was found; holds counts and no value.
package struct ProofResult: Sendable {
    /// One place that was looked through.
    package struct Place: Sendable {
        /// What it is, such as `memory, heap`.
        package let name: String
        /// How many of what it consists of, such as 12 mappings.
        package let parts: Int
        /// What these parts are called.
        package let unit: String
        package let findings: Findings
    }

    /// What the kiosk reported of the planted ids.
    package struct Heard: Sendable, Equatable {
        /// Quarters that arrived.
        package let quarters: Int
        /// Those that had figures, so that noise, store and report carried them.
        package var withFigures = 0
        /// Sum of their noised Android figures.
        package var counted = 0
        /// Bluezone ids planted in them.
        package var planted = 0
    }

    /// Phones planted.
    package let phones: Int
    /// Bluezone ids among the planted values; the others are device addresses.
    package let ids: Int
    /// Planted values.
    package let values: Int
    /// Byte strings looked for.
    package let needles: Int
    /// HCI events the kiosk heard.
    package let events: Int
    /// What it reported of them; nil for a kiosk that reports to somebody else.
    package let heard: Heard?
    /// Whether the kiosk's memory was left readable for this test.
    package let usedException: Bool
    /// Places looked through.
    package let places: [Place]
    /// Bytes of the child's mappings that were left out, by name, and why.
    package let leftOut: [(name: String, bytes: UInt64, reason: String)]
    /// Seconds the whole took, and the search through memory alone.
    package let seconds: (whole: Double, memory: Double)

    /// Whether nothing planted was found anywhere.
    package var isClean: Bool { places.allSatisfy { $0.findings.total == 0 } }

    /// Bytes looked through of all places whose name begins so.
    package func bytes(of prefix: String) -> UInt64 {
        places.filter { $0.name.hasPrefix(prefix) }.reduce(0) { $0 + $1.findings.bytes }
    }

    /// Parts looked through of all places whose name begins so.
    package func parts(of prefix: String) -> Int {
        places.filter { $0.name.hasPrefix(prefix) }.reduce(0) { $0 + $1.parts }
    }
}
