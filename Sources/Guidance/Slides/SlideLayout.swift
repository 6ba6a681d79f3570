/// Arranges slides on a panel, by its shape and by how far away its reader is.
///
/// A slide whose steps would be smaller than the reader can read, or take longer than a screen
/// stands, is cut into parts that follow one another. The same slide, live state and panel give the same list.
package struct SlideLayout: Sendable {
    /// The panel.
    package let panel: PanelGeometry
    /// The colours.
    package let palette: Palette
    /// The most parts a slide is cut into; 1 for paper.
    package let mostParts: Int
    /// A line for print in place of the live strip: version code, number plate, privacy notice.
    package let imprint: String?
    /// How far text and code stay off the edge at least, in pixels; for paper, which is cut.
    package let leastMargin: Int

    /// A layout for a panel.
    package init(
        panel: PanelGeometry,
        palette: Palette = .day,
        mostParts: Int = PackChecker.mostSteps,
        imprint: String? = nil,
        leastMargin: Int = 0
    ) {
        self.panel = panel
        self.palette = palette
        self.mostParts = max(1, mostParts)
        self.imprint = imprint
        self.leastMargin = max(0, leastMargin)
    }

    /// The steps of each part of a slide; one empty part for a slide without steps.
    package func parts(of slide: Slide) -> [[Slide.Step]] {
        guard !slide.steps.isEmpty else { return [[]] }
        let plan = SlidePlan(slide: slide, panel: panel, leastMargin: leastMargin)
        let most = min(mostParts, slide.steps.count)
        for count in 1...most {
            let chunks = Self.cut(slide.steps, into: count)
            let isGood = chunks.enumerated().allSatisfy { index, chunk in
                let time = ReadingTime(chunk, in: slide, isFurther: index > 0)
                return plan.fits(chunk) && time.wanted <= ReadingTime.bounds.upperBound + 2
            }
            if isGood || count == most { return chunks }
        }
        return [slide.steps]
    }

    /// A part of a slide as elements with pixel boxes; empty when there is no such part.
    package func drawList(slide: Slide, part: Int = 0, live: LiveState) -> DrawList {
        let parts = parts(of: slide)
        guard parts.indices.contains(part), panel.size.width > 0, panel.size.height > 0 else {
            return DrawList(size: panel.size, elements: [])
        }
        var composer = SlideComposer(
            slide: slide,
            live: live,
            palette: palette,
            plan: SlidePlan(slide: slide, panel: panel, leastMargin: leastMargin),
            imprint: imprint
        )
        composer.compose(steps: parts[part])
        return DrawList(size: panel.size, elements: composer.elements)
    }

    /// Cuts a list into that many pieces, the first ones longer by at most one.
    private static func cut(_ steps: [Slide.Step], into count: Int) -> [[Slide.Step]] {
        let (each, rest) = steps.count.quotientAndRemainder(dividingBy: count)
        var pieces: [[Slide.Step]] = []
        var start = 0
        for index in 0..<count {
            let length = each + (index < rest ? 1 : 0)
            pieces.append(Array(steps[start..<(start + length)]))
            start += length
        }
        return pieces
    }
}
