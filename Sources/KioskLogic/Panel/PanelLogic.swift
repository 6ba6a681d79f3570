package import Fleet

/// Decides how bright a panel is, and whether it is lit at all, from moment to moment.
///
/// By day it is full, by night at a few parts in a hundred; between them it passes slowly, so that
/// nobody's eye is caught. It is dark in its off hours and while nobody uses the place. It holds no
/// clock, and knows neither the sun nor the panel: it is told.
package struct PanelLogic: Sendable {
    /// What holds for a panel.
    package struct Rules: Sendable, Equatable {
        /// The light by night, 0 to 1 of the greatest.
        package var nightLevel: Double
        /// Seconds from one level to the other.
        package var rampSeconds: Double
        /// When it is dark, nil for never.
        package var offHours: OffHours?

        /// The least seconds from one level to the other.
        package static let shortestRamp = 30.0
        /// The light by night unless a profile says otherwise.
        package static let usualNightLevel = 0.15

        /// Rules; a ramp below the shortest becomes that.
        package init(
            nightLevel: Double = Rules.usualNightLevel,
            rampSeconds: Double = Rules.shortestRamp,
            offHours: OffHours? = nil
        ) {
            self.nightLevel = min(max(nightLevel, 0.01), 1)
            self.rampSeconds = max(rampSeconds, Self.shortestRamp)
            self.offHours = offHours
        }
    }

    /// What is the case at a moment.
    package struct Circumstances: Sendable {
        /// The wall time, for the off hours.
        package var moment: Instant
        /// A clock that never steps, for the ramp.
        package var seconds: Double
        /// Whether the sun is down.
        package var isNight: Bool
        /// Whether anybody may look: the ignition is on, somebody moves.
        package var isInUse: Bool

        /// Circumstances of a moment.
        package init(moment: Instant, seconds: Double, isNight: Bool, isInUse: Bool = true) {
            self.moment = moment
            self.seconds = seconds
            self.isNight = isNight
            self.isInUse = isInUse
        }
    }

    /// How the panel should be.
    package struct Wish: Sendable, Equatable {
        /// Whether it is lit.
        package var isOn: Bool
        /// Its light, 0 to 1 of the greatest.
        package var level: Double
        /// Seconds after which the wish may be another one without news.
        package var again: Double

        /// A wish.
        package init(isOn: Bool, level: Double, again: Double) {
            self.isOn = isOn
            self.level = level
            self.again = again
        }
    }

    private let rules: Rules
    private var ramp: (from: Double, to: Double, begin: Double)?

    /// The longest time between two questions, since the sun's next rise is not known here.
    private static let longest = 60.0

    /// The logic of a panel with these rules.
    package init(rules: Rules) {
        self.rules = rules
    }

    /// How the panel should be now.
    package mutating func wish(_ now: Circumstances) -> Wish {
        let local = LocalTime(now.moment)
        let minute = local.hour * 60 + local.minute
        guard now.isInUse, rules.offHours?.contain(minute: minute) != true else {
            // Nobody sees a dark panel change: it lights at its level.
            ramp = nil
            return Wish(isOn: false, level: 0, again: untilChange(minute, local.second))
        }
        let target = now.isNight ? rules.nightLevel : 1
        let current = ramp.map { level(of: $0, at: now.seconds) } ?? target
        if ramp?.to != target {
            ramp = (current, target, now.seconds)
        }
        let isPassing = current != target
        return Wish(
            isOn: true,
            level: current,
            again: isPassing ? 1 : untilChange(minute, local.second)
        )
    }

    private func level(of ramp: (from: Double, to: Double, begin: Double), at now: Double) -> Double
    {
        let part = min(max((now - ramp.begin) / rules.rampSeconds, 0), 1)
        return part == 1 ? ramp.to : ramp.from + (ramp.to - ramp.from) * part
    }

    private func untilChange(_ minute: Int, _ second: Int) -> Double {
        guard let hours = rules.offHours else { return Self.longest }
        let seconds = hours.minutesToChange(after: minute) * 60 - second
        return min(max(Double(seconds), 1), Self.longest)
    }
}
