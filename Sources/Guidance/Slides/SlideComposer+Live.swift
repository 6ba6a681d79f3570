extension SlideComposer {
    /// The count, large, and the province's progress as a bar and a sentence.
    mutating func liveBody(in body: Box) {
        var rest = body
        var count: Box
        if plan.aspect == .bar, case .unknown = live.count {
            // The reason is a sentence and needs the room of the progress too.
            count = rest.cutLeft(rest.width)
        } else if plan.aspect == .bar {
            count = rest.cutLeft(rest.width * 30 / 100)
            _ = rest.cutLeft(plan.units(40))
        } else {
            count = rest.cutTop(rest.height * (plan.aspect == .small ? 32 : 40) / 100)
            _ = rest.cutTop(plan.units(20))
        }
        var style = Style(
            size: plan.units(plan.aspect == .bar ? 170 : 260),
            floor: plan.unit,
            weight: .bold
        )
        style.colour = palette.accent
        style.lines = 2
        if case .unknown = live.count {
            style.size = plan.units(130)
            style.lines = 3
            style.colour = palette.text
        }
        count = count.inset(horizontal: 0, vertical: plan.units(5))
        text(live.count.words(in: slide.language), "live count", in: count, style)
        guard rest.width > 0 else { return }
        let isLow = plan.aspect == .bar || plan.aspect == .small
        progressBar(in: rest.cutTop(plan.units(isLow ? 45 : 70)))
        _ = rest.cutTop(plan.units(isLow ? 5 : 20))
        let sentence = slide.progress.fill(slide.words.progress, slide.language)
        var small = Style(size: plan.units(isLow ? 120 : 150), floor: plan.unit)
        small.lines = max(1, rest.height / max(1, plan.units(115)))
        small.vertical = .top
        text(sentence, "progress", in: rest, small)
    }

    /// A bar of 100 percent, filled up to the share, with a mark at the target.
    private mutating func progressBar(in box: Box) {
        func part(_ percent: Double) -> Int {
            Int(Double(box.width) * max(0, min(percent, 100)) / 100)
        }
        fill(box, palette.line, radius: plan.units(15))
        var filled = box
        fill(
            filled.cutLeft(max(part(slide.progress.percent), plan.units(30))),
            palette.accent,
            radius: plan.units(15)
        )
        let thickness = max(2, plan.units(12))
        fill(
            Box(
                x: box.x + part(slide.progress.target) - thickness / 2,
                y: box.y,
                width: thickness,
                height: box.height
            ),
            palette.text
        )
    }
}

// MARK: - The strip at the bottom

extension SlideComposer {
    /// Notices or the count, and the clock; on paper the imprint.
    mutating func footer() {
        let isBand = plan.aspect != .bar
        if isBand { fill(plan.footer, palette.band) }
        let ground = isBand ? palette.band : palette.ground
        var rest = plan.footer
        if isBand {
            _ = rest.cutBottom(plan.leastMargin)
            rest = rest.inset(horizontal: max(plan.units(50), plan.leastMargin), vertical: 3)
        }
        if let imprint {
            printed(imprint, in: rest, on: ground)
            return
        }
        var style = Style(size: plan.units(110), floor: plan.unit)
        style.background = ground
        if !live.clock.isEmpty {
            style.horizontal = .right
            style.weight = .bold
            text(live.clock, "clock", in: rest.cutRight(plan.units(330)), style)
            _ = rest.cutRight(plan.units(30))
            style.horizontal = .left
            style.weight = .regular
        }
        if !live.notices.isEmpty {
            tag(in: rest)
            return
        }
        style.colour = palette.softText
        let words = footerWords.first { words in
            let width = TextEstimate.width(words, slide.language) * Double(plan.unit)
            return width <= Double(rest.width)
        }
        text(words ?? slide.code.address, "footer", in: rest, style)
    }

    /// What the strip may say, best first.
    private var footerWords: [String] {
        let count = "\(slide.words.nearby) \(live.count.words(in: slide.language))"
        if slide.isLive { return [slide.words.privacy] }
        // Without words under the code the address has no other place.
        if plan.caption == nil { return [slide.code.address] }
        if case .unknown = live.count { return [slide.words.privacy] }
        return [count]
    }

    /// The notices as one tag; they speak to people who stand before the kiosk.
    private mutating func tag(in strip: Box) {
        let words = live.notices.map { $0.words(in: slide.language) }.joined(separator: "  ·  ")
        let estimate = TextEstimate.width(words, slide.language, bold: true) * 1.25 + 1.2
        var rest = strip.inset(horizontal: 0, vertical: plan.units(15))
        let box = rest.cutLeft(Int(estimate * Double(plan.units(90))))
        fill(box, palette.accent, radius: box.height / 2)
        var style = Style(size: plan.units(90), floor: slide.language.smallestFont, weight: .bold)
        style.colour = palette.onAccent
        style.background = palette.accent
        style.horizontal = .centre
        text(words, "notice", in: box.inset(horizontal: plan.units(40), vertical: 0), style)
    }

    private mutating func printed(_ imprint: String, in strip: Box, on ground: Colour) {
        var style = Style(size: plan.units(70), floor: plan.units(35))
        style.colour = palette.softText
        style.background = ground
        style.lines = 3
        text(imprint, "imprint", in: strip, style)
    }
}
