/// Collects the elements of one page while a layout cuts up its panel.
struct Composer {
    let page: GuidancePage
    let live: LiveState
    let palette: Palette
    let size: PixelSize
    /// Pixels of this panel for one pixel of the design panel.
    let scale: Double
    private(set) var elements: [DrawElement] = []

    init(
        page: GuidancePage,
        live: LiveState,
        palette: Palette,
        size: PixelSize,
        panel: PanelClass
    ) {
        self.page = page
        self.live = live
        self.palette = palette
        self.size = size
        let design = panel.designSize
        scale = min(
            Double(size.width) / Double(design.width),
            Double(size.height) / Double(design.height)
        )
    }

    /// A length of the design panel in pixels of this one.
    func px(_ design: Int) -> Int {
        // Not rounded(): with no Glibc on this floor nothing may link against the C math library.
        Int(Double(design) * scale + 0.5)
    }
}

// MARK: - Elements

extension Composer {
    mutating func fill(_ box: Box, _ colour: Colour, radius: Int = 0) {
        elements.append(.fill(FillElement(box: box, radius: radius, colour: colour)))
    }

    /// Text in the page's language, or in another one.
    mutating func text(
        _ string: String,
        _ name: String,
        in box: Box,
        _ style: TextStyle,
        language: Language? = nil
    ) {
        guard !string.isEmpty else { return }
        let language = language ?? page.language
        let smallest = language.smallestFont
        // Two pixels over the floor leave the painter room to fit.
        let preferred = max(px(style.size), smallest + 2)
        let element = TextElement(
            name: name,
            box: box,
            string: string,
            language: language,
            preferred: preferred,
            floor: max(smallest, preferred / 2),
            weight: style.weight,
            colour: style.colour,
            background: style.background,
            horizontal: style.horizontal,
            vertical: style.vertical,
            maximumLines: style.lines,
            sizeGroup: style.group
        )
        elements.append(.text(element))
    }

    mutating func disc(_ number: Int, in box: Box) {
        let disc = DiscElement(
            box: box,
            mark: .number(number),
            fill: palette.accent,
            ink: palette.onAccent
        )
        elements.append(.disc(disc))
    }

    mutating func code(in box: Box) {
        elements.append(.code(CodeElement(box: box, text: page.code.text)))
    }

    /// The side of the largest whole-module code that fits in both lengths.
    func codeSide(within width: Int, _ height: Int) -> Int {
        let modules = page.code.modules + 2 * CodeElement.quietModules
        return modules * max(CodeElement.smallestModule, min(width, height) / modules)
    }
}

// MARK: - Parts that several layouts share

extension Composer {
    /// The sizes of a row with a disc, a headline and a line, in design pixels.
    struct StepStyle {
        var disc: Int
        var gap: Int
        var headline: Int
        var line: Int
        var headlineLines = 1
        var lineLines = 1
        /// The share of the height that the headline takes.
        var split = 0.56
        /// The gap between headline and line.
        var lineGap = 0
    }

    /// One numbered step; the disc stands in the middle of the row's height.
    mutating func step(_ number: Int, _ step: GuidancePage.Step, in row: Box, _ style: StepStyle) {
        var rest = row
        let side = min(px(style.disc), row.height)
        disc(number, in: rest.cutLeft(side).centred(width: side, height: side))
        _ = rest.cutLeft(px(style.gap))
        let headline = rest.cutTop(Int(Double(rest.height) * style.split))
        text(
            step.headline,
            "step \(number) headline",
            in: headline,
            TextStyle(
                size: style.headline,
                weight: .bold,
                colour: palette.text,
                background: palette.ground,
                vertical: .bottom,
                lines: style.headlineLines,
                group: "step headline"
            )
        )
        _ = rest.cutTop(px(style.lineGap))
        text(
            step.line,
            "step \(number) line",
            in: rest,
            TextStyle(
                size: style.line,
                colour: palette.softText,
                background: palette.ground,
                vertical: .top,
                lines: style.lineLines,
                group: "step line"
            )
        )
    }

    /// The label and under it the count, or why there is none.
    mutating func liveCount(in box: Box, labelHeight: Int, label: Int, value: Int) {
        var rest = box
        var style = TextStyle(size: label, colour: palette.text, background: palette.band)
        text(page.liveLabel, "live label", in: rest.cutTop(labelHeight), style)
        style = liveStyle(value)
        text(live.count.vietnamese, "live count", in: rest, style)
    }

    /// A number is large and in the accent; a reason is a sentence and needs room.
    func liveStyle(_ size: Int) -> TextStyle {
        var style = TextStyle(
            size: size,
            weight: .bold,
            colour: palette.accent,
            background: palette.band,
            lines: 2
        )
        if case .unknown = live.count {
            style.size = size * 55 / 100
            style.colour = palette.text
        }
        return style
    }

    /// The notices as one tag at the left of a strip.
    mutating func tag(in strip: Box, size: Int) {
        let words = live.notices.map(\.vietnamese).joined(separator: "  ·  ")
        guard !words.isEmpty else { return }
        var rest = strip
        let font = max(px(size), page.language.smallestFont + 2)
        // Bold capitals are about 0.64 em wide; the rest is the padding of the tag.
        let wanted = Int(Double(words.count) * 0.64 * Double(font)) + 2 * font
        let box = rest.cutLeft(wanted)
        fill(box, palette.accent, radius: box.height / 2)
        text(
            words,
            "notice",
            in: box.inset(horizontal: font / 2, vertical: 0),
            TextStyle(
                size: size,
                weight: .bold,
                colour: palette.onAccent,
                background: palette.accent,
                horizontal: .centre,
                lines: box.height > 2 * font ? 2 : 1
            )
        )
    }
}
