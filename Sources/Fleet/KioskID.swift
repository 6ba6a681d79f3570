/// The name of a kiosk in the fleet, such as `89-bus-0001`.
package struct KioskID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Accepts 1 to 40 of the characters a-z, 0-9 and `-`; nil for anything else.
    package init?(_ text: String) {
        let isAllowed = text.utf8.allSatisfy { byte in
            (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
        }
        guard (1...40).contains(text.utf8.count), isAllowed else { return nil }
        self.text = text
    }

    /// The name of a kiosk that was given none.
    package static let unnamed = KioskID(known: "unnamed")

    private init(known text: String) {
        self.text = text
    }

    package var description: String { text }
}
