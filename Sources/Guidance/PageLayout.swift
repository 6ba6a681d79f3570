/// Arranges a page on a panel of any size.
///
/// The same page, live state and size give the same list. Boxes are cut from the panel, so nothing
/// overlaps and nothing leaves it.
package struct PageLayout: Sendable {
    /// The colours to use.
    package let palette: Palette

    /// A layout with those colours.
    package init(palette: Palette = .day) {
        self.palette = palette
    }

    /// The page as elements with pixel boxes; empty when the panel has no pixels.
    package func drawList(page: GuidancePage, live: LiveState, size: PixelSize) -> DrawList {
        guard size.width > 0, size.height > 0 else { return DrawList(size: size, elements: []) }
        let panel = PanelClass(size)
        var composer = Composer(page: page, live: live, palette: palette, size: size, panel: panel)
        composer.fill(Box(size), palette.ground)
        switch panel {
        case .wide: composer.composeWide()
        case .bar: composer.composeBar()
        case .portrait: composer.composePortrait()
        case .small: composer.composeSmall()
        case .minimal: composer.composeMinimal()
        }
        return DrawList(size: size, elements: composer.elements)
    }
}
