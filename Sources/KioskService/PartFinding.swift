/// What an examination of one part of a kiosk found.
package struct PartFinding: Equatable, Sendable {
    /// How the part is.
    package enum State: String, Sendable, CaseIterable {
        case ok
        /// The kiosk runs, with less than it could have.
        case warn
        /// The kiosk cannot do its work.
        case fail
    }

    /// The part, in one word.
    package let part: String
    package let state: State
    /// What was found.
    package let reason: String
    /// What to do about it; empty when there is nothing to do.
    package let remedy: String

    package init(_ part: String, _ state: State, _ reason: String, remedy: String = "") {
        self.part = part
        self.state = state
        self.reason = reason
        self.remedy = remedy
    }

    /// A finding from a sentence of an error: the remedy stands behind its first colon, if there is one.
    package init(_ part: String, _ state: State, error: String) {
        let halves = error.ranges(of: ": ").first
        self.init(
            part,
            state,
            halves.map { String(error[..<$0.lowerBound]) } ?? error,
            remedy: halves.map { String(error[$0.upperBound...]) } ?? ""
        )
    }
}
