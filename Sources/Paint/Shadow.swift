import CCairo
import Guidance

/// The picture a painter goes on painting in, as large as its panel, and what is painted in it.
struct Shadow {
    let size: PixelSize
    private let stride: Int
    private var pixels: [UInt8]
    /// What is painted in it; nil while that is not known.
    private var painted: [PaintStep]?

    /// An empty picture; throws `PaintError.unusableSize`.
    init(_ size: PixelSize) throws(PaintError) {
        self.size = size
        stride = try Canvas.stride(of: size)
        pixels = [UInt8](repeating: 0, count: stride * size.height)
    }

    /// Paints what differs, and says where that was; nil when it was everything.
    ///
    /// The pixels are changed where they are as long as no frame that was handed out is alive;
    /// otherwise Swift copies the array first and that frame stays as it was.
    mutating func paint(
        _ steps: [PaintStep],
        with body: (Canvas, PaintStep) throws -> Void
    ) throws -> [Box]? {
        let panel = Box(size)
        let dirty = painted.map { DirtyBoxes.between($0, steps, on: panel) }
        let boxes = dirty ?? [panel]
        // Not known until all went well.
        painted = nil
        if !boxes.isEmpty {
            try pixels.withUnsafeMutableBytes { bytes in
                try Canvas.lend(bytes, size: size, stride: stride) { canvas in
                    for box in boxes { try Self.paint(steps, in: box, on: canvas, with: body) }
                }
            }
        }
        painted = steps
        return dirty
    }

    private static func paint(
        _ steps: [PaintStep],
        in box: Box,
        on canvas: Canvas,
        with body: (Canvas, PaintStep) throws -> Void
    ) throws {
        canvas.clip(box)
        defer { canvas.unclip() }
        try canvas.fill(FillElement(box: box, colour: Colour(0x000000)))
        for step in steps where step.box.overlaps(box) { try body(canvas, step) }
    }

    /// The picture as a frame that shares these pixels.
    var frame: Frame? {
        Frame(width: size.width, height: size.height, stride: stride, pixels: pixels)
    }

    /// The same where it must be there; throws `PaintError`.
    func whole() throws(PaintError) -> Frame {
        guard let frame else { throw .unusableSize(width: size.width, height: size.height) }
        return frame
    }
}
