import CCairo
import Guidance

/// A cairo context over a picture, alive only while `draw` runs.
///
/// Every operation that can fail is followed by a look at cairo's status, because a context in
/// error ignores what comes after without a word.
struct Canvas {
    let context: OpaquePointer

    /// The bytes from one row of a picture to the next.
    ///
    /// Throws `PaintError.unusableSize`; see `cairo_format_stride_for_width`.
    static func stride(of size: PixelSize) throws(PaintError) -> Int {
        guard 1...32767 ~= size.width, 1...32767 ~= size.height else {
            throw .unusableSize(width: size.width, height: size.height)
        }
        return Int(
            cairo_format_stride_for_width(Int32(CAIRO_FORMAT_RGB24), Int32(size.width))
        )
    }

    /// Draws a picture of that size and returns its bytes.
    static func draw(
        _ size: PixelSize,
        _ body: (Canvas) throws -> Void
    ) throws -> Frame {
        let stride = try stride(of: size)
        var pixels = [UInt8](repeating: 0, count: stride * size.height)
        try pixels.withUnsafeMutableBytes { bytes in
            try lend(bytes, size: size, stride: stride, to: body)
        }
        guard
            let frame = Frame(
                width: size.width,
                height: size.height,
                stride: stride,
                pixels: pixels
            )
        else { throw PaintError.unusableSize(width: size.width, height: size.height) }
        return frame
    }

    /// Lends a canvas over the bytes of a picture.
    static func lend(
        _ bytes: UnsafeMutableRawBufferPointer,
        size: PixelSize,
        stride: Int,
        to body: (Canvas) throws -> Void
    ) throws {
        let surface = cairo_image_surface_create_for_data(
            bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            Int32(CAIRO_FORMAT_RGB24),
            Int32(size.width),
            Int32(size.height),
            Int32(stride)
        )
        defer {
            // The bytes go away with the caller's closure; finish makes cairo forget them.
            cairo_surface_finish(surface)
            cairo_surface_destroy(surface)
        }
        try check(cairo_surface_status(surface), "create a picture of \(size)")
        guard let context = cairo_create(surface) else {
            throw PaintError.cairo(operation: "create a context", status: "no context")
        }
        defer { cairo_destroy(context) }
        let canvas = Canvas(context: context)
        try canvas.check("create a context")
        try body(canvas)
        cairo_surface_flush(surface)
        try check(cairo_surface_status(surface), "finish a picture")
    }

    /// Throws when the context is in error.
    func check(_ operation: String) throws(PaintError) {
        try Self.check(cairo_status(context), operation)
    }

    /// Throws when a status is not success.
    static func check(_ status: Int32, _ operation: String) throws(PaintError) {
        guard status != Int32(CAIRO_STATUS_SUCCESS) else { return }
        let sentence = cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status)"
        throw .cairo(operation: operation, status: sentence)
    }
}

// MARK: - Shapes

extension Canvas {
    func use(_ colour: Colour) {
        let (red, green, blue) = (colour.red, colour.green, colour.blue)
        cairo_set_source_rgb(context, Double(red) / 255, Double(green) / 255, Double(blue) / 255)
    }

    func fill(_ fill: FillElement) throws(PaintError) {
        use(fill.colour)
        path(fill.box, radius: fill.radius)
        cairo_fill(context)
        try check("fill a rectangle")
    }

    func circle(_ box: Box, _ colour: Colour) throws(PaintError) {
        use(colour)
        path(box, radius: min(box.width, box.height) / 2)
        cairo_fill(context)
        try check("fill a disc")
    }

    /// The size in pixels of a code's modules in a box.
    static func module(of matrix: QRMatrix, in box: Box) throws(PaintError) -> Int {
        let side = min(box.width, box.height)
        let total = matrix.width + 2 * CodeElement.quietModules
        let module = side / total
        guard module >= CodeElement.smallestModule else {
            let needed = CodeElement.side(
                modules: matrix.width,
                module: CodeElement.smallestModule
            )
            throw .codeTooSmall(box: side, needed: needed)
        }
        return module
    }

    /// Draws the code with whole-pixel modules.
    func code(_ matrix: QRMatrix, in box: Box, card: Colour) throws(PaintError) {
        let module = try Self.module(of: matrix, in: box)
        try fill(FillElement(box: box, colour: card))
        let left = box.x + (box.width - matrix.width * module) / 2
        let top = box.y + (box.height - matrix.width * module) / 2
        cairo_save(context)
        cairo_set_antialias(context, Int32(CAIRO_ANTIALIAS_NONE))
        use(Colour(0x000000))
        for (index, dark) in matrix.dark.enumerated() where dark {
            let x = Double(left + index % matrix.width * module)
            let y = Double(top + index / matrix.width * module)
            cairo_rectangle(context, x, y, Double(module), Double(module))
        }
        cairo_fill(context)
        cairo_restore(context)
        try check("fill a QR code")
    }

    private func path(_ box: Box, radius: Int) {
        let (x, y) = (Double(box.x), Double(box.y))
        let (width, height) = (Double(box.width), Double(box.height))
        cairo_new_path(context)
        rectangle(x, y, width, height, radius: min(Double(max(0, radius)), width / 2, height / 2))
    }

    /// Adds a rectangle to the path; its corners are sharp when the radius is not above zero.
    func rectangle(
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        radius r: Double
    ) {
        guard r > 0 else {
            cairo_rectangle(context, x, y, width, height)
            return
        }
        let quarter = Double.pi / 2
        cairo_arc(context, x + width - r, y + r, r, -quarter, 0)
        cairo_arc(context, x + width - r, y + height - r, r, 0, quarter)
        cairo_arc(context, x + r, y + height - r, r, quarter, 2 * quarter)
        cairo_arc(context, x + r, y + r, r, 2 * quarter, 3 * quarter)
        cairo_close_path(context)
    }
}
