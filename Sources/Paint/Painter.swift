package import Guidance

/// Turns draw lists into pictures with cairo and pango.
///
/// A painter is not Sendable: make it inside the actor or function that uses it and leave it
/// there. It has its own pango font map, so the thread may change between calls; two painters may
/// work at the same time, since fontconfig locks what it shares.
package final class Painter {
    private let typesetter = Typesetter()

    /// A painter; the fonts are looked up with the first text.
    package init() {}

    /// Paints a list and says what it noticed.
    ///
    /// Throws `PaintError` when cairo fails or a QR code cannot be drawn.
    package func paint(_ list: DrawList) throws -> (frame: Frame, report: DrawReport) {
        var report = DrawReport()
        let frame = try Canvas.draw(list.size) { canvas in
            try paint(list, on: canvas, into: &report)
        }
        return (frame, report)
    }

    /// Paints the elements of a list onto any canvas.
    func paint(_ list: DrawList, on canvas: Canvas, into report: inout DrawReport) throws {
        var fittings = typesetter.fitAll(list.texts)[...]
        for element in list.elements {
            switch element {
            case .fill(let fill): try canvas.fill(fill)
            case .disc(let disc): try paint(disc, on: canvas)
            case .drawing(let element): try canvas.draw(element)
            case .code(let code):
                let module = try canvas.code(
                    QRMatrix(code.text),
                    in: code.box,
                    card: code.card
                )
                report.codeModules.append(module)
            case .text:
                guard let fitting = fittings.popFirst() else { continue }
                try typesetter.draw(fitting, on: canvas)
                note(fitting, in: &report)
            }
        }
    }

    /// Encodes a frame as PNG; see `PNGEncoder.encode`.
    package func png(_ frame: Frame, maximumWidth: Int? = nil) throws -> [UInt8] {
        try PNGEncoder.encode(frame, maximumWidth: maximumWidth)
    }

    /// Draws the disc and its sign; a number is centred by its ink.
    private func paint(_ disc: DiscElement, on canvas: Canvas) throws {
        if case .dot = disc.mark {
            let side = disc.box.height * 2 / 5
            let inset = (disc.box.height - side) / 2
            let dot = Box(
                x: disc.box.x + inset,
                y: disc.box.y + inset,
                width: side,
                height: side
            )
            return try canvas.circle(dot, disc.fill)
        }
        try canvas.circle(disc.box, disc.fill)
        guard case .number(let number) = disc.mark else {
            return try canvas.sign(disc.mark, in: disc.box, disc.ink)
        }
        let size = max(1, disc.box.height * 66 / 100)
        let text = TextElement(
            name: "disc",
            box: disc.box,
            string: String(number),
            language: .english,
            preferred: size,
            floor: size,
            weight: .bold,
            colour: disc.ink,
            background: disc.fill
        )
        typesetter.set(text, size: size, width: nil)
        let ink = typesetter.measure().ink
        canvas.use(disc.ink)
        try typesetter.show(
            on: canvas,
            x: disc.box.x + (disc.box.width - ink.width) / 2 - ink.x,
            y: disc.box.y + (disc.box.height - ink.height) / 2 - ink.y
        )
    }

    /// Writes down what the last drawn text was like.
    private func note(_ fitting: Fitting, in report: inout DrawReport) {
        let text = fitting.text
        report.texts.append(DrawReport.Drawn(text: text, size: fitting.size))
        report.unknownGlyphs += typesetter.unknownGlyphs
        if fitting.size < text.preferred {
            report.shrunk.append(
                DrawReport.Shrunk(name: text.name, preferred: text.preferred, used: fitting.size)
            )
        }
        if !fitting.fits { report.overflowing.append(text.name) }
        if typesetter.breaksSyllables(text, size: fitting.size) {
            report.brokenSyllables.append(text.name)
        }
    }
}

extension DrawList {
    /// The texts in painting order.
    fileprivate var texts: [TextElement] {
        elements.compactMap { element in
            guard case .text(let text) = element else { return nil }
            return text
        }
    }
}
