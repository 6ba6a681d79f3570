extension Composer {
    /// Everything in one column, the code beside its caption on a card of full width.
    mutating func composePortrait() {
        var rest = Box(size)
        let band = rest.cutBottom(px(384))
        rest = rest.inset(horizontal: px(64), vertical: 0)
        _ = rest.cutTop(px(44))
        portraitHeader(in: rest.cutTop(px(512)))
        _ = rest.cutBottom(px(44))
        portraitCode(cardFrom: &rest)
        _ = rest.cutBottom(px(18))
        _ = rest.cutTop(px(18))
        let style = StepStyle(disc: 112, gap: 34, headline: 56, line: 44)
        let height = rest.height / 3
        for (index, item) in page.steps.enumerated() {
            let row = rest.cutTop(height).inset(horizontal: 0, vertical: px(6))
            step(index + 1, item, in: row, style)
        }
        portraitBand(in: band)
    }

    private mutating func portraitHeader(in header: Box) {
        var rest = header
        var clock = rest.cutTop(px(90))
        var style = TextStyle(
            size: 72,
            weight: .bold,
            colour: palette.text,
            background: palette.ground,
            horizontal: .right
        )
        let soft = TextStyle(
            size: 46,
            colour: palette.softText,
            background: palette.ground,
            lines: 2
        )
        text(live.clock, "clock", in: clock.cutRight(px(300)), style)
        text(live.date, "date", in: clock, soft)
        _ = rest.cutTop(px(14))
        style.size = 124
        style.horizontal = .left
        style.lines = 2
        text(page.title, "title", in: rest.cutTop(px(286)), style)
        text(page.subtitle, "subtitle", in: rest, soft)
    }

    private mutating func portraitCode(cardFrom rest: inout Box) {
        let pad = px(14)
        let side = codeSide(within: px(430), rest.height / 2)
        var card = rest.cutBottom(side + 2 * pad)
        fill(card, palette.card, radius: px(24))
        code(in: card.cutLeft(side + 2 * pad).centred(width: side, height: side))
        card = card.inset(horizontal: px(24), vertical: px(48))
        var style = TextStyle(
            size: 64,
            weight: .bold,
            colour: palette.ink,
            background: palette.card,
            vertical: .bottom
        )
        if let second = page.secondLine {
            var khmer = style
            khmer.size = 44
            khmer.weight = .regular
            khmer.lines = 2
            let row = card.cutBottom(card.height * 44 / 100)
            text(second.text, "second line", in: row, khmer, language: second.language)
        }
        text(page.code.caption, "code caption", in: card.cutTop(card.height * 56 / 100), style)
        style.size = 48
        style.weight = .regular
        style.vertical = .top
        text(page.code.address, "code address", in: card, style)
    }

    private mutating func portraitBand(in band: Box) {
        fill(band, palette.band)
        var rest = band.inset(horizontal: px(64), vertical: px(28))
        let style = TextStyle(
            size: 38,
            colour: palette.softText,
            background: palette.band,
            lines: 2
        )
        text(page.privacy.full, "privacy", in: rest.cutBottom(px(96)), style)
        if !live.notices.isEmpty {
            tag(in: rest.cutTop(px(56)), size: 34)
            _ = rest.cutTop(px(8))
        }
        liveCount(in: rest, labelHeight: px(54), label: 44, value: 112)
    }
}
