import Guidance

/// A text with the font size at which it fits its box.
struct Fitting: Equatable {
    let text: TextElement
    var size: Int
    /// Whether the text fits at all.
    let fits: Bool
}

extension Typesetter {
    /// Finds the largest size from the preferred down to the floor at which a text fits.
    func fit(_ text: TextElement) -> Fitting {
        let known = memory.fit(text) {
            var size = text.preferred
            while size >= text.floor {
                if fits(text, size: size) { return TextMemory.Fit(size: size, fits: true) }
                size -= 1
            }
            return TextMemory.Fit(size: text.floor, fits: false)
        }
        return Fitting(text: text, size: known.size, fits: known.fits)
    }

    /// Whether letters and lines stay inside the box at a size.
    private func fits(_ text: TextElement, size: Int) -> Bool {
        set(text, size: size, width: text.box.width)
        let measure = measure()
        return measure.lines <= text.maximumLines
            && measure.logical.width <= text.box.width
            && measure.ink.x >= 0 && measure.ink.right <= text.box.width
            && height(of: measure) <= text.box.height
    }

    /// Fits each text and gives the members of a size group the size of the smallest.
    func fitAll(_ texts: [TextElement]) -> [Fitting] {
        var fittings = texts.map { fit($0) }
        var smallest: [String: Int] = [:]
        for fitting in fittings {
            guard let group = fitting.text.sizeGroup else { continue }
            smallest[group] = min(smallest[group] ?? fitting.size, fitting.size)
        }
        for index in fittings.indices {
            guard let group = fittings[index].text.sizeGroup, let size = smallest[group] else {
                continue
            }
            fittings[index].size = size
        }
        return fittings
    }

    /// What is to be said of a fitted text's characters.
    func faults(_ fitting: Fitting) -> TextMemory.Faults {
        memory.faults(fitting) {
            let text = fitting.text
            set(text, size: fitting.size, width: text.box.width)
            if !fitting.fits { cut(lines: text.maximumLines) }
            let unknown = unknownGlyphs
            return TextMemory.Faults(
                unknownGlyphs: unknown,
                breaksSyllables: breaksSyllables(text, size: fitting.size)
            )
        }
    }

    /// Draws a fitted text where its box wants it.
    func draw(_ fitting: Fitting, on canvas: Canvas) throws(PaintError) {
        let text = fitting.text
        set(text, size: fitting.size, width: text.box.width)
        if !fitting.fits { cut(lines: text.maximumLines) }
        canvas.use(text.colour)
        let measure = measure()
        let needed = height(of: measure)
        let room = text.box.height - needed
        let offset =
            switch text.vertical {
            case .top: 0
            case .middle: room / 2
            case .bottom: room
            }
        // The origin that puts the trimmed lines there, moved so that no ink leaves the box.
        let wanted = offset - (measure.logical.height - needed) / 2 - measure.logical.y
        let origin = max(min(wanted, text.box.height - measure.ink.bottom), -measure.ink.y)
        canvas.clip(text.box)
        defer { canvas.unclip() }
        try show(on: canvas, x: text.box.x, y: text.box.y + origin)
    }

    /// The rows a text needs: its ink, and most of the room its fonts ask for.
    ///
    /// Noto leaves room for stacked marks of every script; a part of it may overlap the margin.
    private func height(of measure: Measure) -> Int {
        max(measure.ink.height, measure.logical.height * 84 / 100)
    }
}
