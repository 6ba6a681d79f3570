/// Which scan commands and which reports a virtual controller knows.
package enum ControllerKind: String, Sendable, CaseIterable {
    /// Bluetooth 4: legacy commands only.
    case legacy
    /// Bluetooth 5: extended commands as well, told by LE feature bit 12.
    case extended
}
