/// A disc with a number, the bullet of a step.
package struct DiscElement: Sendable, Equatable {
    /// The square the disc fills.
    package let box: Box
    /// The number in it.
    package let number: Int
    /// The colour of the disc.
    package let fill: Colour
    /// The colour of the number.
    package let ink: Colour

    /// A disc with a number.
    package init(box: Box, number: Int, fill: Colour, ink: Colour) {
        self.box = box
        self.number = number
        self.fill = fill
        self.ink = ink
    }
}
