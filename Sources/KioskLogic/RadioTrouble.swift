/// Why an adapter cannot be heard: what kind of trouble, and a sentence that names the remedy.
package struct RadioTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    package let kind: Kind
    package let description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// What is the matter, as far as it decides what is to be done.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The kernel knows no Bluetooth.
        case noBluetooth
        /// There is no such adapter.
        case noAdapter
        /// The adapter went away while it was listened to.
        case gone
        /// Another program switched it off.
        case off
        /// A radio switch (rfkill) holds it.
        case blocked
        /// This process may not use it.
        case notPermitted
        /// It knows no low energy.
        case notUsable
        /// Its firmware is not installed.
        case firmware
        /// It is there and cannot be brought up.
        case initialisation
        /// It gave no answer to a command.
        case silent
        /// It refused a command.
        case refused

        /// Whether resetting the adapter may help.
        package var isCurable: Bool {
            switch self {
            case .initialisation, .silent, .refused: true
            default: false
            }
        }

        /// Seconds until the adapter is looked for again.
        var pause: Double {
            switch self {
            case .gone, .off: 1
            case .firmware: 60
            default: 5
            }
        }
    }
}
