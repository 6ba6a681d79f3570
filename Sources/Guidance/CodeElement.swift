/// A QR code at error correction level Q.
///
/// The painter fills the whole box with the card's white, uses the largest whole-pixel module that
/// leaves four modules of quiet zone on each side, and centres the code.
package struct CodeElement: Sendable, Equatable {
    /// The modules of quiet zone on each side that ISO/IEC 18004 asks for.
    package static let quietModules = 4
    /// The fewest pixels per module that a camera still reads.
    package static let smallestModule = 2

    /// The square for the code and its quiet zone.
    package let box: Box
    /// The text to encode.
    package let text: String
    /// The colour around and between the modules; light also at night, for the cameras.
    package let card: Colour

    /// A code in a square.
    package init(box: Box, text: String, card: Colour = Colour(0xFFFFFF)) {
        self.box = box
        self.text = text
        self.card = card
    }

    /// The side in pixels of a code of that many modules, quiet zone included.
    package static func side(modules: Int, module: Int) -> Int {
        (modules + 2 * quietModules) * module
    }

    /// The modules on one side of the code of a text at level Q, nil when it needs more than 33.
    ///
    /// Capacities of versions 1 to 4 in alphanumeric and byte mode: ISO/IEC 18004, table 7.
    package static func modules(for text: String) -> Int? {
        let special: Set<Character> = [" ", "$", "%", "*", "+", "-", ".", "/", ":"]
        let isAlphanumeric = text.allSatisfy {
            ("A"..."Z").contains($0) || ("0"..."9").contains($0) || special.contains($0)
        }
        let capacities = isAlphanumeric ? [16, 29, 47, 67] : [11, 20, 32, 46]
        let length = text.utf8.count
        guard length > 0, let version = capacities.firstIndex(where: { length <= $0 }) else {
            return nil
        }
        return 21 + 4 * version
    }
}
