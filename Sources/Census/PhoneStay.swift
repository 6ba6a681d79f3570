/// One id's phone: when it was probably here, in seconds of the quarter.
struct PhoneStay {
    /// What an id stands for.
    enum Role {
        /// An id first heard in this quarter: a phone of its own.
        case new
        /// The id of the quarter before, of a phone that goes on under a new one.
        case leftOver
        /// The id of the quarter before, of a phone that shows no other in this quarter.
        case lasting
    }

    let role: Role
    /// Whether the phone advertises on and on without an open app's rests, as in doze.
    let isStuck: Bool
    /// Whether it advertises for longer than a burst.
    let advertisesOn: Bool
    /// Bit n: heard in the n-th window.
    let windows: UInt8
    let first: Double
    let last: Double
    /// When it was here, silence included.
    let start: Double
    let end: Double
    /// Probability that it came during the quarter, and that it left.
    let came: Double
    let left: Double
    /// Seconds of silence to expect of it.
    let silence: Double
    /// Seconds until a new id of it would be heard.
    let untilNewId: Double
    let isWellHeard: Bool
    let hits: UInt32

    /// Variance of its presence, in square seconds: each true end is uncertain by about the silence.
    var variance: Double {
        // A rest of 15 s in 30: mean 3.75, mean square 37.5, so the variance is 1.67 of the mean's square.
        (came + left) * 1.67 * silence * silence
    }
}

/// What a phone's stay is judged by: where listening began and ends, and how many come and go.
struct StayJudge {
    let configuration: CensusConfiguration
    let listenedFrom: Double
    /// The moment up to which everything heard is known, in seconds of the quarter.
    let horizon: Double
    /// Whether ids change where listening begins.
    let beginsWithRotation: Bool
    /// When ids of ten minutes change within the quarter.
    let tenMinuteChange: Double
    /// Reports in a second of advertising, of all ids together.
    let usualRate: Double
    /// Seconds that a phone in doze advertises at a time, nil when too few are here to tell.
    let usualRun: Double?
    /// Of all phones: short silence is judged by those who pass, too.
    var hazard = Hazard()
    /// Of those who do not merely pass: long silence is judged by them.
    var calmHazard = Hazard()

    /// Arrivals and departures in a second, for each phone that is here.
    struct Hazard {
        var coming = 0.0
        var leaving = 0.0
    }

    /// How long one id may be silent.
    func silence(of entry: SightingTable.Entry) -> Silence {
        Silence(of: entry, usualRate: usualRate, usualRun: usualRun, configuration)
    }

    /// The stay behind one id.
    func stay(of entry: SightingTable.Entry) -> PhoneStay {
        let silence = silence(of: entry)
        let role = role(of: entry, silence)
        let hazard = silence.isWellHeard ? hazard : calmHazard
        let before = silence.belief(
            gap: max(entry.firstSecond - listenedFrom, 0),
            hazard: hazard.coming,
            edge: beginsWithRotation ? .rotation : .ending
        )
        let after = silence.belief(
            gap: max(horizon - entry.lastSecond, 0),
            hazard: hazard.leaving,
            edge: .ending
        )
        let isCarried = entry.isCarried
        let start = isCarried ? 0 : entry.firstSecond - before.seconds
        let tail = entry.isHeardLate ? horizon : entry.lastSecond + after.seconds
        return PhoneStay(
            role: role,
            isStuck: entry.isStuck(configuration),
            advertisesOn: isLong(entry),
            windows: entry.windows,
            first: entry.firstSecond,
            last: entry.lastSecond,
            start: start,
            end: role == .leftOver ? leftOverEnd(entry) : tail,
            came: isCarried ? 0 : before.moved,
            left: entry.isHeardLate || role == .leftOver ? 0 : after.moved,
            silence: silence.mean,
            untilNewId: silence.untilNewId,
            isWellHeard: silence.isWellHeard,
            hits: entry.hits
        )
    }

    /// Up to a cycle the phone's new id stands for its presence; beyond it only the old one can.
    private func leftOverEnd(_ entry: SightingTable.Entry) -> Double {
        entry.lastSecond > configuration.period ? entry.lastSecond : 0
    }

    private func isLong(_ entry: SightingTable.Entry) -> Bool {
        Double(entry.longestRun) / 1000 > configuration.burstOn + configuration.runBreak
    }

    private func role(of entry: SightingTable.Entry, _ silence: Silence) -> PhoneStay.Role {
        guard entry.isCarried else { return .new }
        // In doze, silence lasts for minutes: late in the quarter no other id follows.
        if entry.lastSecond >= 600 { return .lasting }
        guard entry.lastSecond > configuration.period else { return .leftOver }
        let keepsRhythm = silence.isWellHeard && !entry.isStuck(configuration)
        // An id of ten minutes that ends before its time: its phone has left.
        let isGone = min(tenMinuteChange, horizon) - entry.lastSecond > configuration.cycle
        return keepsRhythm && !isLong(entry) && isGone ? .lasting : .leftOver
    }
}
