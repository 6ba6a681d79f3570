package import Guidance
package import KioskLogic
package import Lifecycle

/// Lights and dims the panel over the day: by the sun, by its off hours.
package struct PanelService: Service {
    package let name = "panel"
    private let glass: any Glass
    private let light: any PanelLight
    private let clock: any KioskClock
    private let sun: Sun
    private let rules: PanelLogic.Rules
    private let log: Log
    private let sleep: Sleep

    /// Waits so many seconds, less when the task is cancelled.
    package typealias Sleep = @Sendable (Double) async -> Void

    package init(
        glass: any Glass,
        light: any PanelLight,
        clock: any KioskClock,
        sun: Sun,
        rules: PanelLogic.Rules,
        log: Log,
        sleep: @escaping Sleep = { try? await Task.sleep(for: .seconds($0)) }
    ) {
        self.glass = glass
        self.light = light
        self.clock = clock
        self.sun = sun
        self.rules = rules
        self.log = log
        self.sleep = sleep
    }

    package func run() async throws {
        var logic = PanelLogic(rules: rules)
        var last: PanelLogic.Wish?
        var hasPanel = false
        let begin = ContinuousClock.now
        while !Task.isCancelled {
            let now = clock.now()
            let wish = logic.wish(
                PanelLogic.Circumstances(
                    moment: now,
                    seconds: (ContinuousClock.now - begin) / .seconds(1),
                    isNight: !sun.isUp(at: now)
                )
            )
            // A panel that came late heard nothing of what was said before; one that comes again was
            // perhaps switched off by hand.
            if !hasPanel, await glass.canvas().generation > 0 {
                hasPanel = true
                last = nil
            }
            await bring(about: wish, from: last)
            last = wish
            await sleep(min(max(wish.again, 1), hasPanel ? 60 : 10))
        }
    }

    /// Does what is different from before.
    private func bring(about wish: PanelLogic.Wish, from last: PanelLogic.Wish?) async {
        if wish.isOn != last?.isOn {
            if last != nil || !wish.isOn { log.notice("panel: \(wish.isOn ? "on" : "off")") }
            // The signal comes before the panel that looks for it, and goes after it.
            if wish.isOn { await glass.setPower(true) }
            await light.setPower(wish.isOn)
            if !wish.isOn { await glass.setPower(false) }
        }
        if wish.isOn, last?.isOn != true || wish.level != last?.level {
            await light.setLevel(wish.level)
        }
    }
}
