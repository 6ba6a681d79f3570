/// A disc with a number or a sign, the bullet of a step.
package struct DiscElement: Sendable, Equatable {
    /// The square the disc fills.
    package let box: Box
    /// What stands in it.
    package let mark: Slide.Mark
    /// The colour of the disc.
    package let fill: Colour
    /// The colour of what stands in it.
    package let ink: Colour

    /// A disc with a number or a sign.
    package init(box: Box, mark: Slide.Mark, fill: Colour, ink: Colour) {
        self.box = box
        self.mark = mark
        self.fill = fill
        self.ink = ink
    }
}
