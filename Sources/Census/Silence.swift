import Fleet

/// How long one id may be silent although its phone is here.
///
/// Seen from a random moment, the silence up to the next report lasts for the sum of squares of all
/// pauses over twice their sum (the inspection paradox). That is 3.75 s for a phone heard well that
/// rests 15 s in 30, the mean pause for a weak one, and minutes for a phone in doze. What the id
/// itself showed is joined by one pause more: the one to expect of a phone of its kind.
struct Silence {
    /// How a phone's reports come.
    enum Manner {
        /// In the background rhythm, with hardly a burst missed: silence ends with the rest.
        case punctual
        /// In spells, and then not for minutes, as in doze.
        case dozing
        /// In spells, because people stand before it.
        case hidden
        /// Now and then, because few packets get through.
        case rare
    }

    /// Seconds of silence to expect from a random moment on.
    let mean: Double
    let manner: Manner
    /// Pauses that it is known from: its own, and two usual ones.
    private let pauses: Int
    /// Seconds from report to report while it advertises.
    private let fade: Double
    private let on: Double
    private let off: Double
    /// What it may be besides: a phone in doze that shows no more of it.
    private let dozing: Dozing
    /// How a phone comes that comes in spells.
    private let spell: Doze

    /// The silence of one id.
    ///
    /// - Parameters:
    ///   - entry: What is held of the id.
    ///   - rhythm: When its phone advertises.
    ///   - usualRate: Reports in a second of advertising, of all ids together.
    ///   - dozing: Phones in doze at this place.
    ///   - configuration: The phones' rhythm.
    init(
        of entry: SightingTable.Entry,
        rhythm: Rhythm,
        usualRate: Double,
        dozing: Dozing,
        _ configuration: CensusConfiguration
    ) {
        on = configuration.burstOn
        off = configuration.burstOff
        let period = on + off
        pauses = Int(clamping: entry.hits) + 1
        let span = Double(entry.last - entry.first) / 1000
        // Who was heard for longer than a run and its rest would have shown both.
        let mayDoze = dozing.usual.map { span < $0.run + $0.rest } ?? false
        self.dozing = mayDoze ? dozing : Dozing()
        let advertised = max(Double(entry.running) / 1000, span * on / period)
        // Between two reports as they usually come one of two is this id's own.
        let rate = (Double(entry.hits) + 1) / (advertised + 2 / usualRate)
        fade = max(1 / rate, 0.3)
        let rest = off + 2 / rate
        let usual = (rest * rest + 2 * on / rate) / (2 * period)
        let squares = Double(entry.pauseSquares)
        if rhythm == .dozing {
            let run = Double(entry.longestRun) / 1000
            // Nothing known, it is silent as often and as long as it advertises.
            spell = dozing.usual ?? Doze(run: run, rest: run)
            mean = spell.silence
            manner = .dozing
        } else if Double(entry.longestRest) / 1000 <= off + 1 + 4 / rate,
            usual < Self.punctual * configuration.expectedSilence
        {
            mean = rhythm == .open ? squares / (2 * span) : usual
            manner = .punctual
            spell = Doze(run: on, rest: off)
        } else {
            mean = (squares + 2 * period * usual) / (2 * (max(span - on, 0) + period))
            // Chance alone makes the silence from a random moment as long as the mean pause. Longer by
            // far, and reports come in spells, between which the phone is hidden.
            let isInSpells = mean * (Double(entry.hits) + 1) > Self.spells * (span + period)
            manner = isInSpells ? .hidden : .rare
            spell = Doze(run: 3 * mean, rest: 3 * mean)
        }
    }

    /// The silence of a phone of which only its mean is known.
    init(rare mean: Double, _ configuration: CensusConfiguration) {
        self.mean = mean
        manner = .rare
        pauses = 2
        fade = mean
        spell = Doze(run: 3 * mean, rest: 3 * mean)
        on = configuration.burstOn
        off = configuration.burstOff
        dozing = Dozing()
    }

    /// Up to here, not one burst in twenty is missed.
    private static let punctual = 8.0 / 3

    /// Silence this many times the mean pause tells of spells.
    private static let spells = 2.0

    /// Where silence that began at the end of a stay may have ended.
    enum Edge {
        /// The end of the id's life or of listening: any moment of the rhythm.
        case ending
        /// The beginning of the id's life, which the phone takes up with its next burst.
        case rotation
    }

    /// What phones that keep no rhythm and phones in doze are like together.
    private func mixed(_ rare: (Lull) -> Double, _ doze: (Doze) -> Double) -> Double {
        if manner == .dozing { return doze(spell) }
        let rare = rare(Lull(mean: mean, share: manner == .hidden ? 0.5 : 1, pauses: pauses))
        guard let usual = dozing.usual else { return rare }
        return (1 - dozing.share) * rare + dozing.share * doze(usual)
    }

    /// Density of the silence between an edge and the nearest report, per second.
    private func density(_ gap: Double, _ edge: Edge) -> Double {
        guard manner == .punctual else {
            return mixed({ $0.density(gap) }, { $0.density(gap) })
        }
        let longest = edge == .rotation ? on + off : off
        // Reports are not without pause: beyond the rest, silence fades within what a report takes.
        return Elementary.decay(max(gap - longest, 0) / fade) / (on + off)
    }

    /// Probability that a phone which is here is silent for longer than a time.
    private func survival(_ gap: Double) -> Double {
        guard manner == .punctual else {
            return mixed({ $0.survival(gap) }, { $0.survival(gap) })
        }
        return gap < off ? (off - gap) / (on + off) : 0
    }

    /// Seconds of silence to expect, cut at a time.
    private func expected(upTo gap: Double) -> Double {
        guard manner == .punctual else {
            return mixed({ $0.expected(upTo: gap) }, { $0.expected(upTo: gap) })
        }
        let cut = min(gap, off)
        let waiting = max(mean - off * off / (2 * (on + off)), 0)
        return min(waiting, gap) + cut * (off - cut / 2) / (on + off)
    }

    /// What is believed about the silence between a report and an edge.
    struct Belief {
        /// Seconds that the phone was here beyond its report.
        private(set) var seconds: Double
        /// Probability that it came or went in between.
        private(set) var moved: Double

        /// Takes another belief to be right with a probability.
        mutating func blend(_ other: Belief, share: Double) {
            seconds += share * (other.seconds - seconds)
            moved += share * (other.moved - moved)
        }
    }

    /// Weighs a phone that stayed to the edge against one that came or went in between.
    ///
    /// - Parameters:
    ///   - gap: Seconds between report and edge.
    ///   - hazard: How many phones come or go in a second, for each that is here.
    ///   - edge: What edge it is.
    /// - Returns: What to believe.
    func belief(gap: Double, hazard: Double, edge: Edge) -> Belief {
        // Where most pass by, a phone that is silent for long has hardly stayed.
        let remaining = manner == .punctual ? Elementary.decay(hazard * gap) : 1
        let stayed = density(gap, edge) * remaining
        let goesOn = (manner == .dozing || manner == .hidden) && edge == .rotation
        let stayedLate = goesOn ? spell.densityAfterRun(gap) * remaining : 0
        let survival = survival(gap)
        let moved = hazard * (1 - survival)
        let beyond = hazard * (expected(upTo: gap) - gap * survival)
        let sum = max(stayed + stayedLate + moved, .leastNormalMagnitude)
        let seconds = gap * (stayed + stayedLate * spell.shareAfterRun) + max(beyond, 0)
        return Belief(seconds: seconds / sum, moved: moved / sum)
    }

    /// Seconds from the moment at which ids change to the first report with the new one.
    ///
    /// The phone takes it up with its next burst: half a period on average.
    var untilNewId: Double {
        if manner == .dozing || manner == .hidden { return spell.untilNewId }
        return (on + off) / 2 + mean - off * off / (2 * (on + off))
    }

    var isWellHeard: Bool { manner == .punctual }
}
