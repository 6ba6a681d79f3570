/// Fills the plan of a slide with elements.
struct SlideComposer {
    let slide: Slide
    let live: LiveState
    let palette: Palette
    let plan: SlidePlan
    let imprint: String?
    private(set) var elements: [DrawElement] = []

    init(slide: Slide, live: LiveState, palette: Palette, plan: SlidePlan, imprint: String?) {
        self.slide = slide
        self.live = live
        self.palette = palette
        self.plan = plan
        self.imprint = imprint
    }

    /// All elements of a part.
    mutating func compose(steps: [Slide.Step]) {
        fill(plan.panel, palette.ground)
        text(
            slide.title,
            "title",
            in: plan.title,
            Style(
                size: plan.titleSize,
                floor: plan.units(100),
                weight: .bold,
                lines: plan.titleLines,
                vertical: .middle
            )
        )
        if let box = plan.drawing, let drawing = slide.drawing {
            let element = DrawingElement(
                box: box,
                drawing: drawing,
                brightness: palette.brightness
            )
            elements.append(.drawing(element))
        }
        code()
        if slide.isLive { liveBody(in: plan.body) } else { self.steps(steps, in: plan.body) }
        footer()
    }
}

// MARK: - Elements

extension SlideComposer {
    /// How a text looks, in pixels of this panel.
    struct Style {
        var size: Int
        var floor: Int
        var weight: TextElement.Weight = .regular
        var colour: Colour?
        var background: Colour?
        var lines = 1
        var horizontal: TextElement.Horizontal = .left
        var vertical: TextElement.Vertical = .middle
        var group: String?
    }

    mutating func fill(_ box: Box, _ colour: Colour, radius: Int = 0) {
        elements.append(.fill(FillElement(box: box, radius: radius, colour: colour)))
    }

    mutating func text(_ string: String, _ name: String, in box: Box, _ style: Style) {
        guard !string.isEmpty else { return }
        let element = TextElement(
            name: name,
            box: box,
            string: string,
            language: slide.language,
            preferred: max(style.size, style.floor),
            floor: style.floor,
            weight: style.weight,
            colour: style.colour ?? palette.text,
            background: style.background ?? palette.ground,
            horizontal: style.horizontal,
            vertical: style.vertical,
            maximumLines: style.lines,
            sizeGroup: style.group
        )
        elements.append(.text(element))
    }

    private mutating func code() {
        let radius = plan.aspect == .bar ? 0 : plan.units(25)
        fill(plan.card, palette.card, radius: radius)
        elements.append(
            .code(CodeElement(box: plan.code, text: slide.code.text, card: palette.card))
        )
        guard var rest = plan.caption else { return }
        var style = Style(size: plan.units(110), floor: plan.unit, weight: .bold)
        style.colour = palette.ink
        style.background = palette.card
        style.horizontal = .centre
        let upper = rest.cutTop(rest.height / 2)
        text(slide.words.caption, "code caption", in: upper, style)
        style.weight = .regular
        text(slide.code.address, "code address", in: rest, style)
    }

    private mutating func steps(_ steps: [Slide.Step], in body: Box) {
        let size = plan.stepSize(steps)
        let lines = steps.map { plan.lines($0, size: size) }
        let total = max(1, lines.reduce(0, +))
        var rest = body
        // Rows are not spread over more room than keeps them together.
        let most = Double(size) * plan.lineHeight * 2
        let each = min(Double(body.height) / Double(total), most)
        _ = rest.cutTop((body.height - Int(each * Double(total))) / 3)
        for (index, step) in steps.enumerated() {
            var row = rest.cutTop(Int(each * Double(lines[index])))
            let spare = row.height - Int(Double(lines[index] * size) * plan.lineHeight)
            row = row.inset(
                horizontal: 0,
                vertical: max(plan.units(plan.stepMargin), min(spare / 5, plan.units(40)))
            )
            let left = row.cutLeft(plan.markWidth)
            let side = min(plan.units(135), row.height)
            let disc = Box(x: left.x, y: left.y, width: side, height: left.height)
            mark(step.mark, in: disc.centred(width: side, height: side))
            let style = Style(
                size: size,
                floor: plan.unit,
                lines: max(lines[index], row.height / max(1, plan.units(115))),
                group: "step"
            )
            text(step.text, "step \(index + 1)", in: row, style)
        }
    }

    private mutating func mark(_ mark: Slide.Mark, in box: Box) {
        let isNo = mark == .no
        let disc = DiscElement(
            box: box,
            mark: mark,
            fill: isNo ? palette.text : palette.accent,
            ink: isNo ? palette.ground : palette.onAccent
        )
        elements.append(.disc(disc))
    }
}
