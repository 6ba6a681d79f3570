package import Fleet
package import KioskLogic

/// How one adapter is: what the log, the screen and the province are told.
package struct AdapterReport: Equatable, Sendable {
    /// Its name now, such as `hci0`.
    package let label: String
    package let state: RadioHealth.State
    /// When it surely listened last; nil when it never did.
    package let lastHeard: Instant?
    /// Adverts a minute that are usual here.
    package let perMinute: Double?
    /// Adverts that found no room in the socket.
    package let lost: UInt64
    /// The last stage of recovery and its result.
    package let lastStage: String?

    /// The state in a sentence that changes only with the state.
    var sentence: String { "\(label): \(state)" }

    /// The state with what is measured.
    var detail: String {
        var parts: [String] = []
        if state.isListening, let perMinute { parts.append("\(Int(perMinute.rounded()))/min") }
        if lost > 0 { parts.append("\(lost) lost") }
        if let lastStage { parts.append("last: \(lastStage)") }
        return ([sentence] + parts).joined(separator: ", ")
    }
}
