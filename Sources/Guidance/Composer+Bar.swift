extension Composer {
    /// Title row, three steps side by side, live strip; the code takes the whole right end.
    mutating func composeBar() {
        var rest = Box(size)
        barCode(cardFrom: &rest)
        let band = rest.cutBottom(px(88))
        rest = rest.inset(horizontal: px(36), vertical: 0)
        _ = rest.cutTop(px(8))
        barHeader(in: rest.cutTop(px(82)))
        barSteps(in: rest.inset(horizontal: 0, vertical: px(5)))
        barBand(in: band)
    }

    private mutating func barCode(cardFrom rest: inout Box) {
        let caption = px(46)
        let side = codeSide(within: rest.width / 4, rest.height - caption - px(10))
        var card = rest.cutRight(side + px(24))
        fill(card, palette.card)
        _ = card.cutTop((card.height - side - caption) / 2)
        code(in: card.cutTop(side).centred(width: side, height: side))
        text(
            page.code.caption,
            "code caption",
            in: card.cutTop(caption).inset(horizontal: px(8), vertical: 0),
            TextStyle(
                size: 38,
                weight: .bold,
                colour: palette.ink,
                background: palette.card,
                horizontal: .centre
            )
        )
    }

    private mutating func barHeader(in header: Box) {
        var rest = header
        var style = TextStyle(
            size: 68,
            weight: .bold,
            colour: palette.text,
            background: palette.ground
        )
        var right = rest.cutRight(px(250))
        text(page.title, "title", in: rest.cutLeft(px(800)), style)
        _ = rest.cutLeft(px(30))
        style.horizontal = .right
        text(live.clock, "clock", in: right.cutTop(right.height * 62 / 100), style)
        let soft = TextStyle(
            size: 28,
            colour: palette.softText,
            background: palette.ground,
            horizontal: .right
        )
        text(live.date, "date", in: right, soft)
        guard let second = page.secondLine else { return }
        var khmer = soft
        khmer.size = 38
        khmer.horizontal = .left
        khmer.lines = 2
        text(second.text, "second line", in: rest, khmer, language: second.language)
    }

    private mutating func barSteps(in row: Box) {
        var rest = row
        let gap = px(28)
        let width = (row.width - 2 * gap) / 3
        let style = StepStyle(
            disc: 80,
            gap: 20,
            headline: 36,
            line: 28,
            headlineLines: 2,
            lineLines: 2,
            split: 0.52,
            lineGap: 8
        )
        for (index, item) in page.steps.enumerated() {
            step(index + 1, item, in: rest.cutLeft(width), style)
            _ = rest.cutLeft(gap)
        }
    }

    private mutating func barBand(in band: Box) {
        fill(band, palette.band)
        var rest = band.inset(horizontal: px(36), vertical: px(6))
        let label = TextStyle(size: 30, colour: palette.text, background: palette.band, lines: 2)
        text(page.liveLabel, "live label", in: rest.cutLeft(px(300)), label)
        _ = rest.cutLeft(px(16))
        text(live.count.vietnamese, "live count", in: rest.cutLeft(px(560)), liveStyle(66))
        _ = rest.cutLeft(px(30))
        if !live.notices.isEmpty {
            tag(in: rest.cutTop(px(36)), size: 26)
        }
        let privacy = TextStyle(
            size: 27,
            colour: palette.softText,
            background: palette.band,
            lines: 2
        )
        let words = live.notices.isEmpty ? page.privacy.full : page.privacy.brief
        text(words, "privacy", in: rest, privacy)
    }
}
