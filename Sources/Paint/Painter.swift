package import Guidance

/// Turns draw lists into pictures with cairo and pango.
///
/// A painter is not Sendable: make it inside the actor or function that uses it and leave it
/// there. It has its own pango font map, so the thread may change between calls; two painters may
/// work at the same time, since fontconfig locks what it shares.
package final class Painter {
    let typesetter = Typesetter()
    /// What `update` goes on painting in.
    private var shadow: Shadow?
    /// The code encoded last; a loop shows the same one on every page.
    private var lastCode: (text: String, matrix: QRMatrix)?

    /// A painter; the fonts are looked up with the first text.
    package init() {}

    /// Paints a list into a picture of its own and says what it noticed.
    ///
    /// Throws `PaintError` when cairo fails or a QR code cannot be drawn.
    package func paint(_ list: DrawList) throws -> (frame: Frame, report: DrawReport) {
        var shadow = try Shadow(list.size)
        let steps = steps(of: list)
        _ = try shadow.paint(steps) { try paint($1, on: $0) }
        return (try shadow.whole(), try report(on: steps))
    }

    /// Paints what differs from the list before, in the same picture; the result is that of `paint`.
    ///
    /// Let go of the frame before the next call: while it is alive that call copies the whole picture.
    /// After an error everything is painted anew. Throws as `paint` does.
    package func update(_ list: DrawList) throws -> (painted: Painted, report: DrawReport) {
        let steps = steps(of: list)
        // Taken out, so that the pixels have one owner while they are changed.
        var current = shadow
        shadow = nil
        if current?.size != list.size { current = nil }
        var next = try current.take() ?? Shadow(list.size)
        let changed = try next.paint(steps) { try paint($1, on: $0) }
        let painted = Painted(try next.whole(), changed: changed)
        shadow = next
        return (painted, try report(on: steps))
    }

    /// The elements of a list with the sizes of its texts.
    func steps(of list: DrawList) -> [PaintStep] {
        var fittings = typesetter.fitAll(list.texts)[...]
        return list.elements.map { element in
            guard case .text = element, let fitting = fittings.popFirst() else {
                return .shape(element)
            }
            return .text(fitting)
        }
    }

    /// Paints one step onto any canvas.
    func paint(_ step: PaintStep, on canvas: Canvas) throws {
        switch step {
        case .text(let fitting): try typesetter.draw(fitting, on: canvas)
        case .shape(.fill(let fill)): try canvas.fill(fill)
        case .shape(.disc(let disc)): try paint(disc, on: canvas)
        case .shape(.drawing(let element)): try canvas.draw(element)
        case .shape(.code(let code)):
            try canvas.code(matrix(of: code.text), in: code.box, card: code.card)
        case .shape(.text): break  // `steps` has made a text of it.
        }
    }

    /// The modules of a code.
    func matrix(of text: String) throws(PaintError) -> QRMatrix {
        if let lastCode, lastCode.text == text { return lastCode.matrix }
        let matrix = try QRMatrix(text)
        lastCode = (text, matrix)
        return matrix
    }

    /// What `update` painted last; nil before the first, or after an error.
    package var frame: Frame? { shadow?.frame }

    /// The same as PNG; see `PNGEncoder.encode`.
    package func picture(maximumWidth: Int? = nil) throws -> [UInt8]? {
        try frame.map { try PNGEncoder.encode($0, maximumWidth: maximumWidth) }
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
