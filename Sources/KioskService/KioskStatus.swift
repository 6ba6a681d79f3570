import Synchronization

/// How the parts of a kiosk are, in a few words each; what the screen and the report say of them.
package final class KioskStatus: Sendable {
    private struct Parts {
        var radio = "starting"
        var isHearing = false
    }

    private let parts = Mutex(Parts())

    package init() {}

    /// The radio's state, for the report.
    package var radio: String { parts.withLock { $0.radio } }

    /// Whether events can arrive.
    package var isHearing: Bool { parts.withLock { $0.isHearing } }

    /// Notes the radio's state.
    ///
    /// - Returns: Whether it is another one than before, and so worth a line in the log.
    @discardableResult
    package func setRadio(_ state: String, isHearing: Bool) -> Bool {
        parts.withLock { parts in
            defer {
                parts.radio = state
                parts.isHearing = isHearing
            }
            return parts.radio != state
        }
    }
}
