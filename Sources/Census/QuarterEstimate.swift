import Fleet

/// What is believed about the Android phones of a quarter, up to a moment of it.
struct QuarterEstimate {
    let stays: [PhoneStay]
    let listened: Listened
    let configuration: CensusConfiguration
    private let judge: StayJudge
    /// Phones counted twice because their ids live for ten minutes, from that moment on.
    private let changed: IdChange.Excess
    /// Phones that left in a group after ids had changed, before they showed the new one.
    private let goneUnheard: IdChange.Excess
    /// What the next quarter needs to know.
    let handover: Handover
    /// Whether phones contradict the kiosk's clock.
    let isClockWrong: Bool

    init(of quarter: QuarterCount, horizon: Double) {
        let configuration = quarter.configuration
        self.configuration = configuration
        listened = Listened(from: quarter.listenedFrom, to: horizon, pauses: quarter.pauses)
        let isOdd = quarter.span.start.seconds / WindowSpan.quarterLength % 2 != 0
        // Ids of ten minutes last through every other quarter's start.
        let changesAtStart = !isOdd || configuration.idsADay != 144
        let own = Self.ownEntries(of: quarter, horizon: horizon)
        judge = StayJudge(
            configuration: configuration,
            listened: listened,
            beginsWithRotation: changesAtStart
                && quarter.listenedFrom <= configuration.coverageTolerance,
            isOdd: isOdd,
            entries: own
        )
        stays = own.map(judge.stay(of:))
        let change = IdChange(judge: judge, stays: stays)
        changed = change.countedTwice(quarter.handover?.tenMinuteShare)
        goneUnheard = change.goneUnheard(after: quarter.handover, own)
        handover = Handover(present: change.present, tenMinuteShare: change.tenMinuteShare)
        isClockWrong = change.isClockWrong
    }

    /// The entries that are this quarter's.
    ///
    /// Not those given up to the next one, and when listening began with the quarter, not those heard
    /// only while phones still show the id of the quarter before.
    private static func ownEntries(
        of quarter: QuarterCount,
        horizon: Double
    ) -> [SightingTable.Entry] {
        let configuration = quarter.configuration
        let lastOld = configuration.lastOld
        let hasOld =
            quarter.isFirst && quarter.listenedFrom < lastOld && horizon >= configuration.cycle
        var entries: [SightingTable.Entry] = []
        entries.reserveCapacity(quarter.androids.count)
        quarter.androids.forEach { entry in
            if entry.isGivenUp || (hasOld && entry.lastSecond <= lastOld) { return }
            var own = entry
            // Copies live on the heap and are not overwritten.
            own.digest = 0
            if hasOld, entry.isOldBurst(configuration) { own.isCarried = true }
            entries.append(own)
        }
        return entries
    }
}

// MARK: - Sums

extension QuarterEstimate {
    /// A figure and its variance.
    struct Figure {
        var value = 0.0
        var variance = 0.0

        /// About 95 of 100 lie within two standard deviations.
        var bounds: ClosedRange<Double> {
            let width = 2 * variance.squareRoot()
            return max(value - width, 0)...max(value + width, 0)
        }
    }

    /// Mean phones here during a stretch of the quarter.
    func occupancy(in stretch: Listened) -> Figure? {
        var sum = Figure()
        var rare = 0.0
        for stay in stays {
            let seconds = stretch.overlap(stay.start, stay.end)
            guard seconds > 0 else { continue }
            sum.value += seconds
            if stay.start > stretch.from || stay.end < stretch.to { sum.variance += stay.variance }
            rare += stay.isWellHeard ? 0 : seconds
        }
        // The tenth of those heard now and then, and the model's own error.
        sum.variance += rare * rare / 100 + sum.value * sum.value * 0.0002
        guard stretch.length > 0 else { return nil }
        sum.value += unseenSeconds(in: stretch) + unheard * secondsOfFaint(in: stretch)
        sum.value /= stretch.length
        sum.variance /= stretch.length * stretch.length
        return sum
    }

    /// Phones too weak to be heard even once, from those heard once and twice.
    ///
    /// Source: A. Chao, "Nonparametric estimation of the number of classes in a population" (1984),
    /// bias-corrected form; a lower bound when phones differ. A phone heard well that passes is heard
    /// dozens of times, so it does not look weak. Never more than a quarter of what was heard.
    private var unheard: Double {
        let once = Double(stays.count { $0.hits == 1 && $0.role == .new })
        let twice = Double(stays.count { $0.hits == 2 && $0.role == .new })
        return min(once * max(once - 1, 0) / (2 * (twice + 1)), Double(stays.count) / 4)
    }

    /// Of the ids heard once or twice, the share whose phones were here at any time of a stretch.
    private func presence(in stretch: Listened) -> Double {
        let here = hardlyHeard.count { stretch.overlap($0.start, $0.end) > 0 }
        return Double(here) / Double(max(hardlyHeard.count, 1))
    }

    /// Mean seconds in a stretch of those heard once or twice: phones not heard at all are like them.
    private func secondsOfFaint(in stretch: Listened) -> Double {
        let sum = hardlyHeard.reduce(0) { $0 + stretch.overlap($1.start, $1.end) }
        return sum / Double(max(hardlyHeard.count, 1))
    }

    private var hardlyHeard: [PhoneStay] { stays.filter { $0.hits <= 2 && $0.role == .new } }

    /// Seconds of phones that left after ids changed and before they showed the new one.
    ///
    /// That takes a time t, evenly spread up to twice its mean m; a phone that leaves meanwhile is
    /// missed with probability 1 - t / 2m, which makes (2m)^2 / 6 for each that leaves in a second.
    private func unseenSeconds(in stretch: Listened) -> Double {
        guard judge.beginsWithRotation, stretch.from <= judge.listened.from else { return 0 }
        let sum = stays.reduce(0) { sum, stay in
            sum + (stay.role == .leftOver ? 0 : stay.left * stay.untilNewId * stay.untilNewId)
        }
        return sum * 2 / 3 / max(listened.length, configuration.cycle)
    }

    /// The share of phones in doze among those that advertise on and on; the others have the app open.
    private var dozing: Double {
        let long = stays.filter { $0.role == .new && $0.rhythm != .usual }
        return long.isEmpty
            ? 1 : Double(long.count { $0.rhythm == .dozing }) / Double(long.count)
    }

    /// Probability that a phone in doze shows no new id, after its old one was heard late.
    ///
    /// It leaves before, or the quarter ends.
    private func isLastId(_ stay: PhoneStay) -> Double {
        let rest = 4 * stay.silence
        let tooLate = Elementary.decay((judge.listened.to - stay.last) / rest) / 2
        return min(judge.calmHazard.leaving * rest + tooLate, 1) * dozing
    }

    /// Phones here at any time of a window of the quarter, or of all of it.
    func distinct(in stretch: Listened, windows: UInt8) -> Figure {
        var sum = Figure()
        var brief = 0.0
        var doubtful = 0.0
        var rare = 0.0
        for stay in stays {
            let isBridged = stay.first < stretch.from && stay.last > stretch.to
            let isLikely = !stay.isWellHeard && stretch.overlap(stay.start, stay.end) > 0
            guard stay.windows & windows != 0 || isBridged || isLikely else { continue }
            if stay.role == .leftOver {
                if stay.rhythm == .dozing, stay.last > configuration.period {
                    doubtful += 1
                    sum.value += isLastId(stay)
                }
                continue
            }
            sum.value += 1
            brief += isBrief(stay) ? 1 : 0
            rare += stay.isWellHeard ? 0 : 1
        }
        let missed = missed(around: stretch)
        let isStart = judge.beginsWithRotation && stretch.from <= judge.listened.from
        let gone = isStart ? goneUnheard.certain : 0
        let mayBeGone = isStart ? goneUnheard.doubtful : 0
        // Of stays spread evenly over all lengths a quarter as many are missed as fit into a burst; of
        // stays that are never that short none. In the middle, with the whole doubt.
        let short = brief / 8
        let change = changedPhones(in: stretch)
        let unheard = unheard * presence(in: stretch)
        sum.value += missed + short + unheard + gone - change
        sum.variance += gone + gone * gone / 16 + mayBeGone * mayBeGone / 4
        let mayChange = stretch.from < judge.tenMinuteChange ? changed.doubtful : 0
        sum.variance += mayChange * mayChange / 4
        sum.variance += unheard * unheard / 4
        // People come and go in groups: all of those missed at once, or none.
        sum.variance +=
            missed + missed * missed + short * short + change / 2 + doubtful * doubtful / 16
        // Of phones heard now and then one in ten may be missed or taken for two.
        sum.variance += rare * rare / 100
        // The model's own error: rhythms, clocks, rests that are late.
        // Where ids change, also groups of which as many came as left.
        sum.variance += sum.value * sum.value * (isStart ? 0.0004 : 0.0001) + 0.25
        return sum
    }

    /// Whether a stay fits into a burst, so that another like it could be missed.
    private func isBrief(_ stay: PhoneStay) -> Bool {
        stay.role == .new && stay.isWellHeard && stay.came > 0.5 && stay.left > 0.5
            && stay.last - stay.first < configuration.burstOn - 0.5
    }

    /// Phones that were here and not heard: gone before they showed the id, or come and still silent.
    private func missed(around stretch: Listened) -> Double {
        let isRotation = judge.beginsWithRotation && stretch.from <= judge.listened.from
        let share = configuration.burstOn / configuration.period
        // With the burst still on that began before ids changed, newcomers show an id of no use.
        let spare = isRotation ? configuration.burstOn / 2 * share : 0
        var sum = 0.0
        for stay in stays where stay.role != .leftOver {
            let wait = isRotation ? stay.untilNewId : stay.silence
            sum += stay.left * wait + stay.came * (stay.silence - spare)
        }
        return max(sum, 0) / max(listened.length, configuration.cycle)
    }

    /// Phones that a stretch counts twice because their id changed in it.
    private func changedPhones(in stretch: Listened) -> Double {
        guard stretch.to > judge.tenMinuteChange else { return 0 }
        if stretch.from < judge.tenMinuteChange { return changed.certain }
        // Only ids of a burst that was on when ids changed are heard in the window that begins there.
        return stretch.from == judge.tenMinuteChange
            ? changed.certain * configuration.burstOn / configuration.period : 0
    }

    /// Phones that came and that left during the quarter.
    ///
    /// The bounds have what is doubtful of each, and all of those that keep no rhythm.
    var movements: (came: Figure, left: Figure) {
        (movement(\.came), movement(\.left))
    }

    private func movement(_ probability: KeyPath<PhoneStay, Double>) -> Figure {
        var sum = Figure()
        var vague = 0.0
        for stay in stays where stay.role != .leftOver {
            let share = stay[keyPath: probability]
            sum.value += share
            sum.variance += share * (1 - share)
            vague += stay.isWellHeard ? 0 : share
        }
        sum.value = max(sum.value - changed.certain, 0)
        let doubt = vague / 2 + changed.doubtful / 2 + goneUnheard.doubtful / 2
        sum.variance += doubt * doubt + sum.value * sum.value * 0.0025 + 0.25
        return sum
    }

    /// Phones that came, left and stayed no longer than a passer-by.
    func passersBy(in stretch: Listened) -> Int {
        stays.count { stay in
            stay.role == .new && stay.came > 0.5 && stay.left > 0.5
                && stay.end - stay.start < configuration.passing
                && stretch.overlap(stay.start, stay.end) > 0
        }
    }

    /// Ids heard that are new in this quarter.
    func heard(windows: UInt8) -> Int {
        stays.count { $0.windows & windows != 0 && $0.role == .new }
    }

    /// Ids that are new in this quarter and heard when no phone in the usual rhythm shows an old one;
    /// and old ones heard to its last third, as those that never change.
    ///
    /// So the least number of phones there were; and each of them adds one, whatever others do.
    func atLeast(windows: UInt8) -> Int {
        stays.count { stay in
            let begins = stay.role == .new ? configuration.lastOld : StayJudge.lasting
            // What begins in the last seconds may be the id of the next quarter.
            let ends = Double(WindowSpan.quarterLength) - configuration.clockTolerance
            return stay.windows & windows != 0 && stay.last > begins && stay.first < ends
        }
    }

    /// Ids heard for less than three seconds although there was time for more.
    func fleeting(windows: UInt8) -> Int {
        stays.count { stay in
            stay.windows & windows != 0 && stay.last - stay.first < 3
                && stay.first > listened.from + 3 && stay.last < listened.to - 3
        }
    }
}
