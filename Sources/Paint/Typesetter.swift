import CCairo
import Guidance

/// Pango with its own font map and one layout that is used again for every text.
///
/// Pango's default font map belongs to a thread; an own one may move between threads as long as
/// one of them uses it at a time, which the owner of the painter sees to.
final class Typesetter {
    /// The share of Noto's generous line height that is kept between lines.
    private static let lineSpacing: Float = 0.88

    private let map: OpaquePointer?
    private let context: OpaquePointer?
    private let layout: OpaquePointer?
    private let description: OpaquePointer?
    /// What was found out about texts before.
    let memory = TextMemory()

    init() {
        Fonts.prepare()
        map = pango_cairo_font_map_new()
        context = pango_font_map_create_context(map)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, Int32(CAIRO_ANTIALIAS_GRAY))
        cairo_font_options_set_hint_style(options, Int32(CAIRO_HINT_STYLE_NONE))
        cairo_font_options_set_hint_metrics(options, Int32(CAIRO_HINT_METRICS_OFF))
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(context, 96)
        layout = pango_layout_new(context)
        pango_layout_set_wrap(layout, Int32(PANGO_WRAP_WORD))
        pango_layout_set_line_spacing(layout, Self.lineSpacing)
        description = pango_font_description_new()
        pango_font_description_set_family(
            description,
            Fonts.families.joined(separator: ", ")
        )
    }

    deinit {
        pango_font_description_free(description)
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// The measures of a text that was laid out.
    struct Measure {
        /// The drawn pixels, relative to the layout's origin.
        let ink: Box
        /// The room the lines take, relative to the layout's origin.
        let logical: Box
        /// The number of lines.
        let lines: Int
    }

    /// Lays out a text at a size; a width of nil means one line without limit.
    func set(_ text: TextElement, size: Int, width: Int?) {
        let bold = text.weight == .bold
        pango_context_set_language(context, pango_language_from_string(text.language.tag))
        pango_layout_context_changed(layout)
        pango_font_description_set_weight(
            description,
            Int32(bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        )
        let units = Double(PANGO_SCALE)
        pango_font_description_set_absolute_size(description, Double(size) * units)
        pango_layout_set_font_description(layout, description)
        pango_layout_set_height(layout, -1)
        pango_layout_set_ellipsize(layout, 0)
        pango_layout_set_width(layout, width.map { Int32($0) * Int32(PANGO_SCALE) } ?? -1)
        let alignment =
            switch text.horizontal {
            case .left: PANGO_ALIGN_LEFT
            case .centre: PANGO_ALIGN_CENTER
            case .right: PANGO_ALIGN_RIGHT
            }
        pango_layout_set_alignment(layout, Int32(alignment))
        pango_layout_set_text(layout, text.string, -1)
    }

    /// Lets the text that was set end in an ellipsis after that many lines.
    func cut(lines: Int) {
        pango_layout_set_height(layout, -Int32(lines))
        pango_layout_set_ellipsize(layout, Int32(PANGO_ELLIPSIZE_END))
    }

    /// The measures of the text that was set.
    func measure() -> Measure {
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_get_pixel_extents(layout, &ink, &logical)
        return Measure(
            ink: Box(ink),
            logical: Box(logical),
            lines: Int(pango_layout_get_line_count(layout))
        )
    }

    /// How many characters of the text that was set no font has.
    var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    /// Draws the text that was set with its origin at a point.
    func show(on canvas: Canvas, x: Int, y: Int) throws(PaintError) {
        cairo_move_to(canvas.context, Double(x), Double(y))
        pango_cairo_show_layout(canvas.context, layout)
        try canvas.check("draw a text")
    }

    /// Calls the closure with each glyph of the text that was set.
    func forEachGlyph(_ body: (Glyph) -> Void) {
        guard let iterator = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            // A line ends with an empty run, which is a null pointer.
            guard let run = pango_layout_iter_get_run_readonly(iterator)?.pointee,
                let item = run.item?.pointee, let string = run.glyphs?.pointee
            else { continue }
            for index in 0..<Int(string.num_glyphs) {
                guard let glyph = string.glyphs?[index].glyph else { continue }
                body(Glyph(font: item.analysis.font.map { UInt(bitPattern: $0) } ?? 0, id: glyph))
            }
        } while pango_layout_iter_next_run(iterator) != 0
    }

    /// A glyph: which font object and which number in it.
    struct Glyph: Hashable {
        /// The address of the font object, only ever compared.
        let font: UInt
        /// The number of the glyph in the font.
        let id: UInt32
    }
}

extension Box {
    /// A rectangle of pango in pixels.
    fileprivate init(_ rectangle: PangoRectangle) {
        self.init(
            x: Int(rectangle.x),
            y: Int(rectangle.y),
            width: Int(rectangle.width),
            height: Int(rectangle.height)
        )
    }
}
