import Synchronization

/// How the parts of a kiosk are, in a few words each; what the screen and the report say of them.
package final class KioskStatus: Sendable {
    private struct Parts {
        var radio = "starting"
        var detail = "starting"
        var isHearing = false
        var excuse: String?
    }

    private let parts = Mutex(Parts())
    private let content = Mutex<String?>(nil)

    package init() {}

    /// The radio's state with what is measured, for the report.
    package var radio: String { parts.withLock { $0.detail } }

    /// The radio's state in a sentence that changes only with the state.
    package var sentence: String { parts.withLock { $0.radio } }

    /// Why the content pack of the settings is not shown, nil when it is.
    package var contentTrouble: String? { content.withLock { $0 } }

    /// Notes why the content pack of the settings is not shown.
    package func setContent(_ trouble: String?) {
        content.withLock { $0 = trouble }
    }

    /// All that is worth a report of its own when it changes.
    package var news: String { "\(sentence); \(contentTrouble ?? "")" }

    /// Whether events can arrive.
    package var isHearing: Bool { parts.withLock { $0.isHearing } }

    /// Why there is no count, in Vietnamese; nil when that is not known.
    package var excuse: String? { parts.withLock { $0.excuse } }

    /// Notes the radio's state.
    ///
    /// - Parameters:
    ///   - state: A sentence.
    ///   - detail: The sentence with what is measured; the sentence alone unless given.
    ///   - isHearing: Whether events can arrive.
    ///   - excuse: Why there is no count, in Vietnamese.
    /// - Returns: Whether the state is another one than before, and so worth a line in the log.
    @discardableResult
    package func setRadio(
        _ state: String,
        detail: String? = nil,
        isHearing: Bool,
        excuse: String? = nil
    ) -> Bool {
        parts.withLock { parts in
            defer {
                parts = Parts(
                    radio: state,
                    detail: detail ?? state,
                    isHearing: isHearing,
                    excuse: excuse
                )
            }
            return parts.radio != state
        }
    }
}
