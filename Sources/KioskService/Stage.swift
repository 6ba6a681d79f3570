package import Fleet
package import Guidance
package import Lifecycle

/// What stands on the glass: it paints the show's pages and lets one give way to the next.
///
/// Live parts change at once; pages pass through their ground. A page that cannot be painted leaves the
/// one before on the glass until the show goes on.
package actor Stage {
    /// A page on the glass.
    private struct Standing {
        let page: String
        let canvas: Canvas
        let list: DrawList
    }

    private let glass: any Glass
    private let painter: any Painter
    private let shown: (any ShownRecord)?
    private let content: (@Sendable () -> ContentKeeper.Offer)?
    private let log: Log
    private var show: SlideShow
    private var standing: Standing?
    /// The page that could not be painted.
    private var refused: String?
    private var lastProblem: String?

    /// The stage of a glass.
    ///
    /// - Parameters:
    ///   - glass: The glass.
    ///   - painter: Paints for it alone.
    ///   - show: What is shown when.
    ///   - content: Offers the pack that the show is to take; nil where it keeps the one it has.
    ///   - shown: Hears of every page that came onto the glass; nil where nobody asks.
    ///   - log: Hears of pages that cannot be painted.
    package init(
        glass: any Glass,
        painter: any Painter,
        show: SlideShow,
        content: (@Sendable () -> ContentKeeper.Offer)? = nil,
        shown: (any ShownRecord)? = nil,
        log: Log
    ) {
        self.glass = glass
        self.shown = shown
        self.content = content
        self.painter = painter
        self.show = show
        self.log = log
    }

    /// Shows what is to be seen at a moment; nothing happens when that stands already.
    ///
    /// - Parameters:
    ///   - moment: The wall time, for hours, dates and the sun.
    ///   - seconds: A clock that never steps, for how long a page has stood.
    ///   - live: What changes while a page stands.
    /// - Returns: The seconds until the page has stood long enough.
    @discardableResult
    package func update(at moment: Instant, seconds: Double, live: LiveState) async -> Double {
        let canvas = await glass.canvas()
        if let offer = content?() { show.take(offer.pack, number: offer.number) }
        let list = show.list(at: moment, seconds: seconds, live: live, size: canvas.size)
        let next = Standing(page: show.showing, canvas: canvas, list: list)
        let isShown = standing?.canvas == canvas && standing?.list == list
        let isRefused = standing?.canvas == canvas && refused == next.page
        if !isShown, !isRefused {
            do {
                try await bring(next)
                let isNew = standing?.page != next.page
                (standing, refused) = (next, nil)
                if isNew { await shown?.note(next.page, at: moment, proof: glass.proof()) }
            } catch {
                await refuse(next, "\(error)")
            }
        }
        return show.remaining(seconds: seconds)
    }

    private func bring(_ next: Standing) async throws {
        guard let old = standing, old.canvas == next.canvas, old.page != next.page,
            let passage = PagePassage(from: old.list, to: next.list)
        else { return try await cut(to: next) }
        await fadeOut(passage.out)
        let painted = try await painter.paint(next.list)
        await glass.run(passage.in, over: painted.frame)
    }

    /// A function of its own, so that its frame is gone before the painter goes on.
    private func fadeOut(_ fade: Fade) async {
        if let frame = await painter.frame { await glass.run(fade, over: frame) }
    }

    private func cut(to next: Standing) async throws {
        let painted = try await painter.paint(next.list)
        // A screen that appeared is empty, whatever the painter had painted before.
        let isEmpty = standing?.canvas != next.canvas
        await glass.show(isEmpty ? Painted(painted.frame) : painted)
        if isEmpty {
            log.info("screen: first picture on \(next.canvas.size): \(next.page)")
            if show.isTooSmall {
                log.warning(
                    "screen: \(next.canvas.size) is too small for the campaign, which needs "
                        + "\(SlideShow.smallest): only \(next.page) is shown"
                )
            }
        }
    }

    /// Brings the page before back; guidance that cannot be drawn must not stop the counting.
    private func refuse(_ next: Standing, _ problem: String) async {
        if lastProblem != problem { log.error("screen: \(next.page): \(problem)") }
        lastProblem = problem
        guard let old = standing, old.canvas == next.canvas,
            let painted = try? await painter.paint(old.list)
        else { return }
        refused = next.page
        await glass.show(Painted(painted.frame))
    }
}
