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

    /// A code in a square.
    package init(box: Box, text: String) {
        self.box = box
        self.text = text
    }

    /// The side in pixels of a code of that many modules, quiet zone included.
    package static func side(modules: Int, module: Int) -> Int {
        (modules + 2 * quietModules) * module
    }
}
