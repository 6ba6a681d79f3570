package import Fleet
package import KioskLogic

/// How one adapter is: what the log, the screen and the province are told.
package struct AdapterReport: Equatable, Sendable {
    /// Its name now, such as `hci0`.
    package let label: String
    package let state: RadioHealth.State
    /// When it surely listened last; nil when it never did.
    package let lastHeard: Instant?
    /// The last stage of recovery and its result.
    package let lastStage: String?

    /// The state in a sentence for the log and the province.
    ///
    /// Nothing that is measured is in it, and silence is no news while the controller answers: either
    /// would tell of a single phone that passes.
    var sentence: String {
        state.isListening ? "listening" : "\(label): \(state)"
    }

    /// The state with the last stage of recovery.
    var detail: String {
        guard let lastStage else { return sentence }
        return "\(sentence), last: \(lastStage)"
    }
}
