/// What a phone's stay is judged by: where listening began and ends, and how many come and go.
struct StayJudge {
    let configuration: CensusConfiguration
    /// From when listening began to the moment up to which everything heard is known.
    let listened: Listened
    /// Whether ids change where listening begins.
    let beginsWithRotation: Bool
    /// Whether ids of ten minutes last through the quarter's start: in every other quarter.
    let isOdd: Bool
    /// Reports in a second of advertising, of all ids together.
    var usualRate = 1.0
    /// What phones are like that are heard only once.
    var faint = Faint()
    /// Phones in doze, of those that are heard well enough to tell.
    var dozing = Dozing()
    /// What phones are that advertise long and show no more.
    var unclear = Rhythm.open
    /// Of all phones: short silence is judged by those who pass, too.
    var hazard = Hazard()
    /// Of those who do not merely pass: long silence is judged by them.
    var calmHazard = Hazard()

    /// When ids of ten minutes change within the quarter.
    var tenMinuteChange: Double { isOdd ? 300 : 600 }

    /// Of the phones heard a few times those heard rarely; the others were here for a moment.
    struct Faint {
        var share = 0.0
        /// Seconds of silence to expect of them.
        var silence = 0.0
    }

    /// Arrivals and departures in a second, for each phone that is here.
    struct Hazard {
        var coming = 0.0
        var leaving = 0.0
    }

    /// How long one id may be silent.
    func silence(of entry: SightingTable.Entry) -> Silence {
        Silence(
            of: entry,
            rhythm: rhythm(of: entry),
            usualRate: usualRate,
            dozing: dozing,
            configuration
        )
    }

    /// In which rhythm the phone behind an id advertises.
    func rhythm(of entry: SightingTable.Entry) -> Rhythm {
        entry.rhythm(configuration) ?? unclear
    }

    /// The stay behind one id.
    func stay(of entry: SightingTable.Entry) -> PhoneStay {
        let silence = silence(of: entry)
        let role = role(of: entry, silence)
        let hazard = silence.isWellHeard ? hazard : calmHazard
        var before = silence.belief(
            gap: max(entry.firstSecond - listened.from, 0),
            hazard: hazard.coming,
            edge: beginsWithRotation ? .rotation : .ending
        )
        var after = silence.belief(
            gap: max(listened.to - entry.lastSecond, 0),
            hazard: hazard.leaving,
            edge: .ending
        )
        if entry.hits == 1 {
            // One packet tells nothing of its phone, so the others are asked.
            let faint = Silence(
                rare: max(self.faint.silence, configuration.expectedSilence),
                configuration
            )
            before.blend(
                faint.belief(
                    gap: max(entry.firstSecond - listened.from, 0),
                    hazard: calmHazard.coming,
                    edge: .ending
                ),
                share: self.faint.share
            )
            after.blend(
                faint.belief(
                    gap: max(listened.to - entry.lastSecond, 0),
                    hazard: calmHazard.leaving,
                    edge: .ending
                ),
                share: self.faint.share
            )
        }
        let isCarried = entry.isCarried
        let start = isCarried ? 0 : entry.firstSecond - before.seconds
        let tail = entry.isHeardLate ? listened.to : entry.lastSecond + after.seconds
        return PhoneStay(
            role: role,
            rhythm: rhythm(of: entry),
            windows: entry.windows,
            first: entry.firstSecond,
            last: entry.lastSecond,
            start: start,
            end: role == .leftOver ? leftOverEnd(entry) : tail,
            came: isCarried ? 0 : min(before.moved, cameWithOpenApp(entry, hazard.coming)),
            left: entry.isHeardLate || role == .leftOver ? 0 : after.moved,
            silence: silence.mean,
            untilNewId: silence.untilNewId,
            isWellHeard: silence.isWellHeard,
            hits: entry.hits
        )
    }

    /// Probability that a phone came after the quarter's start, 1 unless its app is open.
    ///
    /// Such a phone takes up its new id up to a long burst and a rest later; meanwhile the old one stands
    /// for it.
    private func cameWithOpenApp(_ entry: SightingTable.Entry, _ coming: Double) -> Double {
        let longest = configuration.openBurst + configuration.openRest
        guard beginsWithRotation, rhythm(of: entry) == .open,
            entry.firstSecond < longest + configuration.clockTolerance
        else { return 1 }
        return coming / (coming + 1 / longest)
    }

    /// Up to a cycle the phone's new id stands for its presence; beyond it only the old one can.
    private func leftOverEnd(_ entry: SightingTable.Entry) -> Double {
        entry.lastSecond > configuration.period ? entry.lastSecond : 0
    }

    /// Seconds of a quarter after which an old id is taken for a phone of its own.
    static let lasting = 600.0

    private func role(of entry: SightingTable.Entry, _ silence: Silence) -> PhoneStay.Role {
        guard entry.isCarried else { return .new }
        // In doze, silence lasts for minutes: late in the quarter no other id follows.
        if entry.lastSecond > Self.lasting { return .lasting }
        guard entry.lastSecond > configuration.period else { return .leftOver }
        // An id of ten minutes that ends before its time: its phone has left.
        let isGone = min(tenMinuteChange, listened.to) - entry.lastSecond > configuration.cycle
        let keepsRhythm = silence.isWellHeard && rhythm(of: entry) == .usual
        return keepsRhythm && isGone ? .lasting : .leftOver
    }
}
