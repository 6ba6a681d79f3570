/// How one page gives way to the next: through the ground they stand on, in two short fades.
package struct PagePassage: Sendable, Equatable {
    /// How long each of the two fades takes, in milliseconds.
    package static let milliseconds = 180

    /// From the old page to the ground.
    package let out: Fade
    /// From the ground to the new page.
    package let `in`: Fade

    /// The passage between two pages of one panel; nil when they have no ground to pass through.
    ///
    /// A code that both have at the same place stays readable meanwhile, with its card if that is the
    /// same too. What is spared shows the old page until the new one begins.
    package init?(from old: DrawList, to new: DrawList) {
        guard old.size == new.size, let ground = new.ground else { return nil }
        let sparing = new.standingCodes(since: old)
        func fade(_ direction: Fade.Direction) -> Fade {
            Fade(
                direction,
                colour: ground,
                milliseconds: Self.milliseconds,
                sparing: sparing
            )
        }
        (out, `in`) = (fade(.out), fade(.in))
    }
}

extension DrawList {
    /// The colour that fills the whole panel behind everything else.
    fileprivate var ground: Colour? {
        guard case .fill(let fill) = elements.first, fill.radius == 0,
            fill.box.contains(Box(size))
        else { return nil }
        return fill.colour
    }

    /// The boxes of the codes that another list has too, each with its card where that is the same.
    fileprivate func standingCodes(since old: DrawList) -> [Box] {
        elements.compactMap { element in
            guard case .code(let code) = element, old.elements.contains(element) else { return nil }
            let card = cards(under: code).first { old.elements.contains(.fill($0)) }
            return card?.box ?? code.box
        }
    }

    /// The fills of the card's colour that a code stands on.
    private func cards(under code: CodeElement) -> [FillElement] {
        elements.compactMap { element in
            guard case .fill(let fill) = element, fill.colour == code.card,
                fill.box.contains(code.box)
            else { return nil }
            return fill
        }
    }
}
