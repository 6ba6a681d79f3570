/// A step of bringing a deaf radio back, the gentlest first.
package enum RadioStage: String, Sendable, CaseIterable, CustomStringConvertible {
    case restartScan
    case reset
    case powerCycle
    /// Takes the device from its driver, or off the bus, and gives it back.
    case rebind

    package var description: String {
        switch self {
        case .restartScan: "restart of the scan"
        case .reset: "reset"
        case .powerCycle: "power cycle"
        case .rebind: "rebind"
        }
    }
}
