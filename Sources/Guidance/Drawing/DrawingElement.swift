/// A drawing on the panel, as large as its box allows and in the middle of it.
package struct DrawingElement: Sendable, Equatable {
    /// Where it is.
    package let box: Box
    /// The shapes.
    package let drawing: Drawing
    /// How bright its colours are drawn, 0 to 1; lower at night.
    package let brightness: Double

    /// A drawing in a box.
    package init(box: Box, drawing: Drawing, brightness: Double = 1) {
        self.box = box
        self.drawing = drawing
        self.brightness = brightness
    }
}
