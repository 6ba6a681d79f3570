import CCairo
package import Guidance

extension Painter {
    /// Paints lists as the pages of one PDF: vectors, fonts embedded, text searchable.
    ///
    /// - Parameters:
    ///   - lists: The pages.
    ///   - density: Pixels of the lists in a millimetre of paper.
    ///   - title: The document's title.
    /// - Returns: The bytes of the file, and what was noticed on each page.
    /// - Throws: `PaintError`; see `cairo_pdf_surface_create_for_stream`.
    package func pdf(
        _ lists: [DrawList],
        density: Double,
        title: String
    ) throws -> (bytes: [UInt8], reports: [DrawReport]) {
        guard let first = lists.first, density > 0, lists.allSatisfy({ $0.size == first.size })
        else { throw PaintError.unusableSize(width: 0, height: 0) }
        let scale = 72 / 25.4 / density
        let sink = ByteSink()
        var reports: [DrawReport] = []
        try withExtendedLifetime(sink) {
            let surface = cairo_pdf_surface_create_for_stream(
                appendToSink,
                Unmanaged.passUnretained(sink).toOpaque(),
                Double(first.size.width) * scale,
                Double(first.size.height) * scale
            )
            defer { cairo_surface_destroy(surface) }
            try Canvas.check(cairo_surface_status(surface), "begin a PDF")
            cairo_pdf_surface_set_metadata(surface, Int32(CAIRO_PDF_METADATA_TITLE), title)
            cairo_pdf_surface_set_metadata(
                surface,
                Int32(CAIRO_PDF_METADATA_CREATOR),
                "Bluezone Kiosk"
            )
            reports = try pages(lists, on: surface, scale: scale)
            cairo_surface_finish(surface)
            try Canvas.check(cairo_surface_status(surface), "finish a PDF")
        }
        return (sink.bytes, reports)
    }

    private func pages(
        _ lists: [DrawList],
        on surface: OpaquePointer?,
        scale: Double
    ) throws -> [DrawReport] {
        guard let context = cairo_create(surface) else {
            throw PaintError.cairo(operation: "create a context", status: "no context")
        }
        defer { cairo_destroy(context) }
        let canvas = Canvas(context: context)
        try canvas.check("create a context")
        cairo_scale(context, scale, scale)
        return try lists.map { list in
            let steps = steps(of: list)
            for step in steps { try paint(step, on: canvas) }
            cairo_show_page(context)
            try canvas.check("finish a page")
            return try report(on: steps)
        }
    }
}

/// Where cairo writes a PDF to; it keeps the address until the surface is finished.
private final class ByteSink {
    var bytes: [UInt8] = []
}

/// Cairo's write function; the closure pointer is the sink that `pdf` keeps alive.
private func appendToSink(
    _ target: UnsafeMutableRawPointer?,
    _ data: UnsafePointer<UInt8>?,
    _ length: UInt32
) -> Int32 {
    guard let target, let data else { return Int32(CAIRO_STATUS_WRITE_ERROR) }
    let sink = Unmanaged<ByteSink>.fromOpaque(target).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return Int32(CAIRO_STATUS_SUCCESS)
}
