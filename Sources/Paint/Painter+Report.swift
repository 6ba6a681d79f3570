package import Guidance

extension Painter {
    /// What painting a list would notice, without the picture.
    ///
    /// Text is shaped and fitted as for a picture; only one pixel of it is kept.
    ///
    /// Throws `PaintError` when cairo fails or a QR code cannot be drawn.
    package func report(_ list: DrawList) throws -> DrawReport {
        var report = DrawReport()
        _ = try Canvas.draw(PixelSize(width: 1, height: 1)) { canvas in
            try paint(list, on: canvas, into: &report)
        }
        return report
    }
}
