extension Composer {
    /// The wide arrangement without the subtitle, for a panel at arm's length.
    mutating func composeSmall() {
        var rest = Box(size)
        let band = rest.cutBottom(px(70))
        rest = rest.inset(horizontal: px(10), vertical: 0)
        if !live.notices.isEmpty {
            _ = rest.cutBottom(px(3))
            tag(in: rest.cutBottom(max(px(22), 22)), size: 16)
        }
        _ = rest.cutTop(px(4))
        smallHeader(in: rest.cutTop(px(38)))
        _ = rest.cutTop(px(2))
        smallCode(cardFrom: &rest)
        _ = rest.cutRight(px(8))
        let style = StepStyle(
            disc: 34,
            gap: 8,
            headline: 20,
            line: 17,
            headlineLines: 1,
            lineLines: 2,
            split: 0.36
        )
        let height = rest.height / 3
        let air = live.notices.isEmpty ? px(3) : 0
        for (index, item) in page.steps.enumerated() {
            let row = rest.cutTop(height).inset(horizontal: 0, vertical: air)
            step(index + 1, item, in: row, style)
        }
        smallBand(in: band)
    }

    private mutating func smallHeader(in header: Box) {
        var rest = header
        var style = TextStyle(
            size: 31,
            weight: .bold,
            colour: palette.text,
            background: palette.ground
        )
        let clock = rest.cutRight(px(100))
        text(page.title, "title", in: rest, style)
        style.horizontal = .right
        text(live.clock, "clock", in: clock, style)
    }

    private mutating func smallCode(cardFrom rest: inout Box) {
        let side = codeSide(within: px(134), rest.height - px(24))
        var column = rest.cutRight(side)
        _ = column.cutTop(px(2))
        var card = column.cutTop(side + px(22))
        fill(card, palette.card, radius: px(6))
        code(in: card.cutTop(side))
        text(
            page.code.caption,
            "code caption",
            in: card,
            TextStyle(
                size: 18,
                weight: .bold,
                colour: palette.ink,
                background: palette.card,
                horizontal: .centre,
                vertical: .top
            )
        )
        // A tag takes the room of the second line, which comes back when the tag goes.
        guard let second = page.secondLine, live.notices.isEmpty else { return }
        let style = TextStyle(
            size: 20,
            colour: palette.text,
            background: palette.ground,
            horizontal: .centre,
            lines: 2
        )
        text(second.text, "second line", in: column, style, language: second.language)
    }

    private mutating func smallBand(in band: Box) {
        fill(band, palette.band)
        var left = band.inset(horizontal: px(10), vertical: px(4))
        let right = left.cutRight(px(196))
        _ = left.cutRight(px(8))
        if case .unknown = live.count {
            // The reason needs the room of the label too.
            text(live.count.vietnamese, "live count", in: left, liveStyle(36))
        } else {
            liveCount(in: left, labelHeight: px(22), label: 17, value: 34)
        }
        let style = TextStyle(
            size: 16,
            colour: palette.softText,
            background: palette.band,
            lines: 3
        )
        text(page.privacy.brief, "privacy", in: right, style)
    }
}
