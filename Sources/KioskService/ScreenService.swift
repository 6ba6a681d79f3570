import Census
package import Fleet
package import Guidance
package import Lifecycle

/// Draws the loop of guidance with its live parts onto the glass, whenever something on it changed.
package struct ScreenService: Service {
    package let name = "screen"
    private let glass: any Glass
    private let painter: any Painter
    private let counter: Counter
    private let status: KioskStatus
    private let clock: any KioskClock
    private let origin: Report.Source
    private let picture: ScreenPicture
    private let show: SlideShow
    private let content: (@Sendable () -> ContentKeeper.Offer)?
    private let log: Log

    package init(
        glass: any Glass,
        painter: any Painter,
        counter: Counter,
        status: KioskStatus,
        clock: any KioskClock,
        origin: Report.Source,
        picture: ScreenPicture,
        show: SlideShow = SlideShow(pack: nil, place: SlideShow.Place()),
        content: (@Sendable () -> ContentKeeper.Offer)? = nil,
        log: Log
    ) {
        self.glass = glass
        self.painter = painter
        self.counter = counter
        self.status = status
        self.clock = clock
        self.origin = origin
        self.picture = picture
        self.show = show
        self.content = content
        self.log = log
    }

    package func run() async throws {
        var shown: (list: DrawList, canvas: Canvas)?
        var lastProblem = ""
        var show = show
        let begin = ContinuousClock.now
        while !Task.isCancelled {
            let canvas = await glass.canvas()
            let now = clock.now()
            if let offer = content?() { show.take(offer.pack, number: offer.number) }
            let list = show.list(
                at: now,
                seconds: (ContinuousClock.now - begin) / .seconds(1),
                live: liveState(at: now),
                size: canvas.size
            )
            do {
                if shown?.list != list || shown?.canvas != canvas {
                    let painted = try await painter.paint(list)
                    await glass.show(painted)
                    picture.put(painted.frame)
                    shown = (list, canvas)
                }
            } catch {
                // Guidance that cannot be drawn must not stop the counting.
                if lastProblem != "\(error)" { log.error("screen: \(show.showing): \(error)") }
                lastProblem = "\(error)"
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func liveState(at now: Instant) -> LiveState {
        let local = LocalTime(now)
        return LiveState(
            clock: local.clock,
            date: local.date,
            count: liveCount(),
            notices: origin == .replay ? [.replay] : []
        )
    }

    private func liveCount() -> LiveCount {
        guard status.isHearing, let present = counter.present() else {
            return .unknown(
                reason: origin == .replay
                    ? "bản ghi đã hết" : status.excuse ?? "không nghe được Bluetooth"
            )
        }
        return LiveCount(present)
    }
}
