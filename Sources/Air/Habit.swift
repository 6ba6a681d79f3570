/// How one Android phone runs Bluezone.
///
/// Source: sections 1.4 and 1.6 of the over-the-air notes.
package struct Habit: Sendable, Equatable {
    /// When the phone advertises and when it rests.
    package enum Rhythm: Sendable, Equatable {
        /// In the pocket: 15 s on, 15 s off.
        case background
        /// The app open on the screen: 150 s on, 5 s off.
        case open
        /// Lying still in doze: alarms come late, so each state lasts from 2 to 9 minutes.
        case doze
    }

    /// When it advertises.
    package var rhythm = Rhythm.background
    /// How many ids it has in a day, aligned to UTC: 96, or 144 before August.
    package var idsADay: Int64 = 96

    /// How long an id is the current one, in microseconds.
    var idLife: Int64 { 24 * 60 * Microseconds.minute / idsADay }

    /// How long the phone advertises and then rests this time, in microseconds.
    func phases(_ dice: inout Xoshiro) -> (on: Int64, off: Int64) {
        switch rhythm {
        case .background: (15 * Microseconds.second, 15 * Microseconds.second)
        case .open: (150 * Microseconds.second, 5 * Microseconds.second)
        case .doze: (Self.stuck(&dice), Self.stuck(&dice))
        }
    }

    private static func stuck(_ dice: inout Xoshiro) -> Int64 {
        2 * Microseconds.minute + dice.below(7 * Microseconds.minute)
    }
}

/// How many of the Android phones with Bluezone have which habit, as shares from 0 to 1.
package struct Habits: Sendable, Equatable {
    /// Phones with the app open on the screen during their whole stay.
    package var open = 0.0
    /// Phones in doze during their whole stay.
    package var dozing = 0.0
    /// Phones of an older version with 144 ids a day.
    package var tenMinuteIds = 0.0
    /// Phones far off or behind metal, hardly heard at all.
    package var weak = 0.0

    /// The level of a weak phone in dBm.
    ///
    /// With a reception of 0.2 the receiver gets from 0.02 to 0.45 of its packets a second.
    static let weakLevels: ClosedRange<Double> = -101.6 ... -95.0

    /// Gives each Android phone with Bluezone its habit; the others stay as they are.
    func assign(to stays: inout [Stay], dice: inout Xoshiro) {
        guard self != Habits() else { return }
        for index in stays.indices where stays[index].device == .bluezoneAndroid {
            let rhythm = dice.unit()
            if rhythm < open {
                stays[index].habit.rhythm = .open
            } else if rhythm < open + dozing {
                stays[index].habit.rhythm = .doze
            }
            if dice.chance(tenMinuteIds) { stays[index].habit.idsADay = 144 }
            let level = dice.between(Self.weakLevels.lowerBound, Self.weakLevels.upperBound)
            if dice.chance(weak) { stays[index].level = level }
        }
    }
}
