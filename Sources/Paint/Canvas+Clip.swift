import CCairo
import Guidance

extension Canvas {
    /// Keeps what is drawn until `unclip` inside a box.
    func clip(_ box: Box) {
        cairo_save(context)
        cairo_new_path(context)
        cairo_rectangle(
            context,
            Double(box.x),
            Double(box.y),
            Double(box.width),
            Double(box.height)
        )
        cairo_clip(context)
    }

    /// Ends the last `clip`.
    func unclip() {
        cairo_restore(context)
    }
}
