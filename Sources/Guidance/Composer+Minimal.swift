extension Composer {
    /// A title, the code and the count, for panels under the sizes we design for.
    ///
    /// The privacy notice has no room and is on the sticker beside such a panel. On a panel that
    /// cannot hold a readable code the title alone is left.
    mutating func composeMinimal() {
        var rest = Box(size).inset(horizontal: px(6), vertical: px(4))
        let style = TextStyle(
            size: 26,
            weight: .bold,
            colour: palette.text,
            background: palette.ground,
            horizontal: .centre,
            lines: 2
        )
        var value = style
        value.size = 22
        value.colour = palette.accent
        text(page.title, "title", in: rest.cutTop(max(px(40), 24)), style)
        let smallest = CodeElement.side(
            modules: page.code.modules,
            module: CodeElement.smallestModule
        )
        guard rest.width >= smallest, rest.height >= smallest + 42 + px(40) else { return }
        if !live.notices.isEmpty {
            tag(in: rest.cutBottom(live.notices.count > 1 ? 42 : 20), size: 16)
        }
        // A number whose tag cannot be read is worse than none.
        if live.notices.isEmpty || size.width >= 320 {
            text(live.count.vietnamese, "live count", in: rest.cutBottom(max(px(40), 24)), value)
        }
        guard rest.height >= smallest else { return }
        let side = codeSide(within: rest.width, rest.height)
        code(in: rest.centred(width: side, height: side))
    }
}
