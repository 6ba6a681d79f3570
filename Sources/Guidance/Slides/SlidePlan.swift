/// Where the parts of a slide are on a panel.
struct SlidePlan {
    /// The arrangement.
    let aspect: AspectClass
    /// The font size under which text is not legible here, in pixels.
    let unit: Int
    /// The language of the slide.
    let language: Language
    /// The pixels of a module of the code.
    let module: Int
    /// The whole panel.
    let panel: Box
    /// How far text and code stay off its edge at least, in pixels.
    let leastMargin: Int
    /// The title.
    private(set) var title = Box(x: 0, y: 0, width: 0, height: 0)
    /// How many lines the title may take.
    private(set) var titleLines = 1
    /// Steps, or the live part.
    private(set) var body = Box(x: 0, y: 0, width: 0, height: 0)
    /// The drawing, nil where there is no room for one.
    private(set) var drawing: Box?
    /// The white card under the code.
    private(set) var card = Box(x: 0, y: 0, width: 0, height: 0)
    /// The code with its quiet zone, on the card.
    private(set) var code = Box(x: 0, y: 0, width: 0, height: 0)
    /// The words under the code, nil where there is no room for them.
    private(set) var caption: Box?
    /// The strip with count, notices and clock.
    private(set) var footer = Box(x: 0, y: 0, width: 0, height: 0)

    /// The plan of a slide.
    init(slide: Slide, panel: PanelGeometry, leastMargin: Int = 0) {
        self.leastMargin = leastMargin
        aspect = AspectClass(panel)
        language = slide.language
        self.panel = Box(panel.size)
        let (width, height) = (panel.size.width, panel.size.height)
        // On a panel too small for its distance, as large as a few lines allow; the checker tells.
        let most =
            switch aspect {
            case .wide, .small: min(height / 10, width / 14)
            case .bar: height / 6
            case .portrait: min(height / 17, width / 12)
            }
        unit = max(1, min(panel.smallestFont(slide.language), most))
        let modules = CodeElement.modules(for: slide.code.text) ?? 33
        let total = modules + 2 * CodeElement.quietModules
        let room =
            switch aspect {
            case .wide: min(width * 34 / 100, height * 42 / 100)
            case .small: min(width * 38 / 100, (height - unit * 2) * 66 / 100)
            case .bar: height - 6
            case .portrait: width * 45 / 100
            }
        let wanted = panel.smallestModule(modules: modules) + (aspect == .wide ? 3 : 0)
        module = max(CodeElement.smallestModule, min(wanted, room / total))
        let side = total * module
        switch aspect {
        case .wide, .small: planLandscape(side: side, slide: slide)
        case .bar: planBar(side: side)
        case .portrait: planPortrait(side: side, slide: slide)
        }
    }

    /// The height of the words under the code, 0 when the card is too narrow for them.
    private func captionHeight(_ slide: Slide, card width: Int) -> Int {
        let address = TextEstimate.width(slide.code.address, .english)
        let caption = TextEstimate.width(slide.words.caption, language, bold: true)
        let needed = Int(max(address, caption) * Double(unit)) + units(20)
        guard needed <= width else { return 0 }
        return units(language == .khmer ? 320 : 275)
    }

    /// The height of a line of text, in font sizes.
    var lineHeight: Double { language == .khmer ? 1.3 : 1.2 }
    /// The width of the sign before a step, with its gap.
    var markWidth: Int { unit * 175 / 100 }

    /// What stays free over and under each step, in hundredths of the smallest font size.
    var stepMargin: Int { aspect == .bar ? 4 : 16 }

    /// How many lines a step takes at a font size in pixels.
    func lines(_ step: Slide.Step, size: Int) -> Int {
        TextEstimate.lines(step.text, language, size: size, column: body.width - markWidth)
    }

    /// Whether steps fit into the body at the smallest size.
    func fits(_ steps: [Slide.Step]) -> Bool { fits(steps, size: unit) }

    /// The font size of steps: the largest of some at which they fit, and the smallest if none does.
    func stepSize(_ steps: [Slide.Step]) -> Int {
        let wanted = [160, 150, 140, 130, 120, 110].map { units($0) }
        return wanted.first { fits(steps, size: $0) } ?? unit
    }

    private func fits(_ steps: [Slide.Step], size: Int) -> Bool {
        let lines = steps.reduce(0) { $0 + self.lines($1, size: size) }
        let needed =
            Double(lines * size) * lineHeight + Double(steps.count * 2 * stepMargin * unit) / 100
        return needed <= Double(body.height)
    }

    /// A number of smallest font sizes in pixels.
    func units(_ hundredths: Int) -> Int { unit * hundredths / 100 }
}

// MARK: - Arrangements

extension SlidePlan {
    /// The size the title is wanted at.
    var titleSize: Int { units(aspect == .bar ? 130 : 165) }

    private mutating func cutTitle(_ text: String, from body: inout Box, mostLines: Int) {
        let column = body.width
        func lines(_ size: Int) -> Int {
            TextEstimate.lines(text, language, size: size, column: column, bold: true)
        }
        // A title that is a little too long is better smaller than on one more line.
        titleLines = min(lines(titleSize), lines(units(140)), mostLines)
        title = body.cutTop(Int(Double(titleLines * titleSize) * lineHeight))
        _ = body.cutTop(units(25))
    }

    /// Title and steps left; drawing and code right; strip at the bottom.
    private mutating func planLandscape(side: Int, slide: Slide) {
        var rest = panel
        footer = rest.cutBottom(units(165) + leastMargin)
        let margin = max(4, units(50), leastMargin)
        rest = rest.inset(horizontal: margin, vertical: max(margin * 60 / 100, leastMargin))
        let isWide = aspect == .wide
        let pad = isWide ? units(20) : 0
        let width = max(side + 2 * pad, isWide ? min(units(950), rest.width * 36 / 100) : 0)
        var column = rest.cutRight(width)
        _ = rest.cutRight(margin)
        let words = isWide ? captionHeight(slide, card: width) : 0
        card = column.cutBottom(side + pad + max(pad, words))
        placeCode(side: side, top: pad, words: words)
        _ = column.cutBottom(margin * 60 / 100)
        drawing = column.height >= units(280) && column.width >= units(280) ? column : nil
        cutTitle(slide.title, from: &rest, mostLines: 2)
        body = rest
    }

    /// Drawing left, title and steps in the middle, code right over the whole height.
    private mutating func planBar(side: Int) {
        var rest = panel
        card = rest.cutRight(side + units(40))
        placeCode(side: side, top: (card.height - side) / 2, words: 0)
        let margin = max(4, units(40))
        rest = rest.inset(horizontal: margin, vertical: units(10))
        if rest.width > 3 * rest.height {
            drawing = rest.cutLeft(rest.height * 80 / 100)
            _ = rest.cutLeft(margin)
        }
        footer = rest.cutBottom(units(150))
        title = rest.cutTop(Int(Double(titleSize) * lineHeight))
        body = rest
    }

    /// Title, steps, then drawing beside the code, strip at the bottom.
    private mutating func planPortrait(side: Int, slide: Slide) {
        var rest = panel
        footer = rest.cutBottom(units(165) + leastMargin)
        let margin = max(4, units(50), leastMargin)
        rest = rest.inset(horizontal: margin, vertical: margin)
        let pad = units(20)
        let width = max(side + 2 * pad, min(units(950), rest.width * 68 / 100))
        let words = captionHeight(slide, card: width)
        var row = rest.cutBottom(side + pad + max(pad, words))
        card = row.cutRight(words > 0 ? width : side + 2 * pad)
        placeCode(side: side, top: pad, words: words)
        _ = row.cutRight(margin)
        drawing = row.width >= units(280) ? row : nil
        _ = rest.cutBottom(units(40))
        cutTitle(slide.title, from: &rest, mostLines: 3)
        body = rest
    }

    private mutating func placeCode(side: Int, top: Int, words: Int) {
        var rest = card
        _ = rest.cutTop(top)
        code = rest.cutTop(side).centred(width: side, height: side)
        guard words > 0 else { return }
        caption = rest.inset(horizontal: units(15), vertical: units(10))
    }
}
