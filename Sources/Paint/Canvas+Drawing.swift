import CCairo
import Guidance

extension Canvas {
    /// Draws the shapes of a drawing, as large as its box allows and in the middle of it.
    func draw(_ element: DrawingElement) throws(PaintError) {
        let (box, drawing) = (element.box, element.drawing)
        guard drawing.width > 0, drawing.height > 0, box.width > 0, box.height > 0 else { return }
        let scale = min(Double(box.width) / drawing.width, Double(box.height) / drawing.height)
        clip(box)
        defer { unclip() }
        cairo_translate(
            context,
            Double(box.x) + (Double(box.width) - drawing.width * scale) / 2,
            Double(box.y) + (Double(box.height) - drawing.height * scale) / 2
        )
        cairo_scale(context, scale, scale)
        for shape in drawing.shapes {
            use(shape.fill.dimmed(element.brightness))
            outline(shape.outline)
            cairo_fill(context)
        }
        try check("draw an illustration")
    }

    /// Draws a check or a cross into a disc.
    func sign(_ mark: Slide.Mark, in box: Box, _ ink: Colour) throws(PaintError) {
        let text =
            mark == .yes
            ? [(26, 52), (34, 43), (45, 54), (68, 30), (76, 39), (45, 71)]
            : [
                (29, 36), (36, 29), (50, 43), (64, 29), (71, 36), (57, 50), (71, 64), (64, 71),
                (50, 57), (36, 71), (29, 64), (43, 50),
            ]
        use(ink)
        cairo_new_path(context)
        for (x, y) in text {
            cairo_line_to(
                context,
                Double(box.x) + Double(box.width * x) / 100,
                Double(box.y) + Double(box.height * y) / 100
            )
        }
        cairo_close_path(context)
        cairo_fill(context)
        try check("draw a sign")
    }

    private func outline(_ outline: Drawing.Outline) {
        cairo_new_path(context)
        switch outline {
        case .rectangle(let x, let y, let width, let height, let radius):
            rectangle(x, y, width, height, radius: min(radius, width / 2, height / 2))
        case .circle(let x, let y, let radius):
            cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
        case .path(let steps):
            for step in steps { add(step) }
        }
    }

    private func add(_ step: Drawing.PathStep) {
        switch step {
        case .move(let to): cairo_move_to(context, to.x, to.y)
        case .line(let to): cairo_line_to(context, to.x, to.y)
        case .curve(let one, let two, let to):
            cairo_curve_to(context, one.x, one.y, two.x, two.y, to.x, to.y)
        case .close: cairo_close_path(context)
        }
    }
}

extension Colour {
    /// The colour with each part made darker by a factor from 0 to 1.
    fileprivate func dimmed(_ factor: Double) -> Colour {
        guard factor < 1 else { return self }
        func part(_ value: UInt8) -> UInt8 { UInt8(Double(value) * max(0, factor)) }
        return Colour(red: part(red), green: part(green), blue: part(blue))
    }
}
