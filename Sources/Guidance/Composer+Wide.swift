extension Composer {
    /// Title and clock on top, steps left, code right, live band at the bottom.
    mutating func composeWide() {
        var body = Box(size)
        let band = body.cutBottom(px(224))
        body = body.inset(horizontal: px(72), vertical: 0)
        _ = body.cutTop(px(40))
        wideHeader(in: body.cutTop(px(192)))
        _ = body.cutTop(px(26))
        _ = body.cutBottom(px(34))
        wideCode(cardFrom: &body)
        _ = body.cutRight(px(64))
        wideSteps(in: body)
        wideBand(in: band)
    }

    private mutating func wideHeader(in header: Box) {
        var left = header
        var right = left.cutRight(px(420))
        _ = left.cutRight(px(40))
        let soft = TextStyle(size: 46, colour: palette.softText, background: palette.ground)
        var style = TextStyle(
            size: 112,
            weight: .bold,
            colour: palette.text,
            background: palette.ground
        )
        text(page.title, "title", in: left.cutTop(px(134)), style)
        text(page.subtitle, "subtitle", in: left, soft)
        style.horizontal = .right
        text(live.clock, "clock", in: right.cutTop(px(134)), style)
        var date = soft
        date.horizontal = .right
        date.size = 40
        text(live.date, "date", in: right, date)
    }

    private mutating func wideCode(cardFrom body: inout Box) {
        let caption = px(120)
        let pad = px(14)
        let side = codeSide(
            within: min(px(470), body.width / 3),
            body.height - caption - pad
        )
        var card = body.cutRight(side + 2 * pad)
        card = card.centred(width: card.width, height: side + pad + caption)
        fill(card, palette.card, radius: px(24))
        _ = card.cutTop(pad)
        code(in: card.cutTop(side).centred(width: side, height: side))
        var style = TextStyle(
            size: 52,
            weight: .bold,
            colour: palette.ink,
            background: palette.card,
            horizontal: .centre,
            vertical: .top
        )
        card = card.inset(horizontal: pad, vertical: 0)
        _ = card.cutBottom(px(18))
        text(page.code.caption, "code caption", in: card.cutTop(card.height * 58 / 100), style)
        style.size = 42
        style.weight = .regular
        text(page.code.address, "code address", in: card, style)
    }

    private mutating func wideSteps(in column: Box) {
        let style = StepStyle(disc: 124, gap: 40, headline: 74, line: 48)
        var rest = column
        if let second = page.secondLine {
            let khmer = TextStyle(
                size: 46,
                colour: palette.text,
                background: palette.ground,
                vertical: .bottom
            )
            var row = rest.cutBottom(max(px(84), second.language.smallestFont * 2))
            _ = row.cutLeft(px(style.disc + style.gap))
            text(second.text, "second line", in: row, khmer, language: second.language)
        }
        let height = rest.height / 3
        for (index, item) in page.steps.enumerated() {
            let row = rest.cutTop(height).inset(horizontal: 0, vertical: px(6))
            step(index + 1, item, in: row, style)
        }
    }

    private mutating func wideBand(in band: Box) {
        fill(band, palette.band)
        var left = band.inset(horizontal: px(72), vertical: px(20))
        var right = left.cutRight(left.width * 45 / 100)
        _ = left.cutRight(px(40))
        liveCount(in: left, labelHeight: px(58), label: 44, value: 118)
        let privacy = scale < 0.6 ? page.privacy.brief : page.privacy.full
        if !live.notices.isEmpty {
            tag(in: right.cutTop(max(px(58), 22)), size: 36)
            _ = right.cutTop(px(6))
        }
        let style = TextStyle(
            size: 38,
            colour: palette.softText,
            background: palette.band,
            lines: 3
        )
        text(privacy, "privacy", in: right, style)
    }
}
