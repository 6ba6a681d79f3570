/// A filled rectangle.
package struct FillElement: Sendable, Equatable {
    /// Where it is.
    package let box: Box
    /// The radius of its corners in pixels; 0 is sharp.
    package let radius: Int
    /// Its colour.
    package let colour: Colour

    /// A filled rectangle.
    package init(box: Box, radius: Int = 0, colour: Colour) {
        self.box = box
        self.radius = radius
        self.colour = colour
    }
}
