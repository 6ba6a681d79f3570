/// What is wrong with a virtual controller.
package enum ControllerFault: Sendable, Equatable {
    /// It answers commands and hears nothing.
    case deaf
    /// The same, until an HCI reset arrives.
    case deadUntilReset
    /// It answers no command and obeys none.
    case mute
    /// It answers a command to begin a scan with a status other than success.
    case refusing(status: UInt8)

    /// Whether the air does not reach it.
    var hearsNothing: Bool { self == .deaf || self == .deadUntilReset }
}
