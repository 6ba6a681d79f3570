import CCairo
package import Guidance

/// Many pictures on one, each made smaller, to be looked at together.
package enum ContactSheet {
    /// The pictures in rows, each of that width in pixels, on a grey ground.
    ///
    /// Throws `PaintError` when cairo fails, or when there is no picture.
    package static func compose(
        _ frames: [Frame],
        columns: Int,
        width: Int
    ) throws -> Frame {
        guard let first = frames.first, columns > 0, width > 0 else {
            throw PaintError.unusableSize(width: 0, height: 0)
        }
        let gap = 6
        let height = max(1, first.height * width / first.width)
        let rows = (frames.count + columns - 1) / columns
        let size = PixelSize(
            width: columns * (width + gap) + gap,
            height: rows * (height + gap) + gap
        )
        let sheet = try Canvas.draw(size) { canvas in
            try canvas.fill(FillElement(box: Box(size), colour: Colour(0x808080)))
            for (index, frame) in frames.enumerated() {
                let box = Box(
                    x: gap + index % columns * (width + gap),
                    y: gap + index / columns * (height + gap),
                    width: width,
                    height: height
                )
                try PNGEncoder.withSurface(frame) { surface in
                    try canvas.picture(surface, of: frame.size, in: box)
                }
            }
        }
        return coarser(sheet)
    }

    /// The picture with eight steps of each colour, which makes its PNG a third as long.
    private static func coarser(_ frame: Frame) -> Frame {
        // Closer together in the dark, where the grounds are.
        let kept: [Int] = [0, 12, 36, 72, 120, 168, 210, 255]
        let steps = (0...255).map { value in
            UInt8(kept.min { abs($0 - value) < abs($1 - value) } ?? value)
        }
        let pixels = frame.pixels.map { steps[Int($0)] }
        return Frame(
            width: frame.width,
            height: frame.height,
            stride: frame.stride,
            pixels: pixels
        ) ?? frame
    }
}

extension Canvas {
    /// Draws another surface into a box, filtered with cairo's best filter.
    func picture(_ surface: OpaquePointer?, of size: PixelSize, in box: Box) throws(PaintError) {
        cairo_save(context)
        cairo_translate(context, Double(box.x), Double(box.y))
        cairo_scale(
            context,
            Double(box.width) / Double(size.width),
            Double(box.height) / Double(size.height)
        )
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), Int32(CAIRO_FILTER_BEST))
        cairo_paint(context)
        cairo_restore(context)
        // Lets go of the source, whose bytes may end before the canvas does.
        cairo_set_source_rgb(context, 0, 0, 0)
        try check("draw a picture")
    }
}
