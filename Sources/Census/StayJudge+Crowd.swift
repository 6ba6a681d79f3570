/// What all ids of a quarter together tell about each of them.
extension StayJudge {
    /// A judge that knows the crowd.
    ///
    /// - Parameters:
    ///   - configuration: The phones' rhythm.
    ///   - listened: From when listening began to the moment up to which everything heard is known.
    ///   - beginsWithRotation: Whether ids change where listening begins.
    ///   - isOdd: Whether ids of ten minutes last through the quarter's start.
    ///   - entries: What is held of the quarter's ids.
    init(
        configuration: CensusConfiguration,
        listened: Listened,
        beginsWithRotation: Bool,
        isOdd: Bool,
        entries: [SightingTable.Entry]
    ) {
        self.configuration = configuration
        self.listened = listened
        self.beginsWithRotation = beginsWithRotation
        self.isOdd = isOdd
        // Each step needs the ones before it.
        unclear = Rhythm.unclear(among: entries, configuration)
        usualRate = usualRate(of: entries)
        dozing.usual = usualDoze(of: entries)
        dozing.share = dozing(of: entries)
        faint = faint(of: entries)
        // Half a phone in a quarter hour that stays is what is believed before anything is heard.
        let belief = Hazard(coming: 0.5 / 900, leaving: 0.5 / 900)
        hazard = hazard(of: entries, staying: 0, believed: belief)
        calmHazard = hazard(of: entries, staying: configuration.passing, believed: hazard)
    }

    /// The phones heard rarely among those heard a few times.
    private func faint(of entries: [SightingTable.Entry]) -> Faint {
        var few = 1.0
        var rare = 0.0
        var seconds = 0.0
        for entry in entries where (2...8).contains(entry.hits) && !entry.isCarried {
            let own = silence(of: entry)
            few += 1
            rare += own.isWellHeard ? 0 : 1
            seconds += own.isWellHeard ? 0 : own.mean
        }
        return Faint(share: rare / few, silence: seconds / max(rare, 1))
    }

    /// The share of phones in doze among those heard so well that there is no doubt.
    private func dozing(of entries: [SightingTable.Entry]) -> Double {
        var dozing = 0.0
        var punctual = 0.0
        for entry in entries where !entry.isCarried {
            if rhythm(of: entry) == .dozing {
                dozing += 1
            } else if silence(of: entry).isWellHeard {
                punctual += 1
            }
        }
        return dozing / max(dozing + punctual, 1)
    }

    /// How phones in doze do it: their runs over the ends that were seen, and the rests between runs.
    ///
    /// Rests of minutes are seldom seen whole, since ids change meanwhile; so a rest counts as long as
    /// a run unless it was seen to be far shorter.
    private func usualDoze(of entries: [SightingTable.Entry]) -> Doze? {
        var seconds = 0.0
        var ends = 0
        var rests: [Double] = []
        var open = 0
        for entry in entries where rhythm(of: entry) == .dozing {
            seconds += Double(entry.longestRun) / 1000
            let begins = entry.firstSecond - listened.from > configuration.runBreak
            ends += begins && !entry.isCarried ? 1 : 0
            let isOver =
                !entry.isHeardLate && listened.to - entry.lastSecond > configuration.runBreak
            ends += isOver ? 1 : 0
            let rest = Double(entry.longestRest) / 1000
            if rest >= configuration.runBreak { rests.append(rest) }
            // Where a carried id ends, its phone goes on under the next.
            open += isOver && !entry.isCarried ? 1 : 0
        }
        guard ends >= 6 else { return nil }
        let run = 2 * seconds / Double(ends)
        let short = rests.filter { $0 < run / 3 }
        let long = Double(rests.count - short.count + open) * run
        let rest = (short.reduce(0, +) + long) / Double(max(rests.count + open, 1))
        return Doze(run: run, rest: rest > 0 ? rest : run)
    }

    /// Reports in a second of advertising, of all ids together.
    private func usualRate(of entries: [SightingTable.Entry]) -> Double {
        let share = configuration.burstOn / configuration.period
        var hits = 1.0
        var seconds = 1.0
        for entry in entries {
            let span = entry.lastSecond - entry.firstSecond
            hits += Double(entry.hits) - 1
            seconds += max(Double(entry.running) / 1000, span * share)
        }
        return max(hits / seconds, 0.01)
    }

    /// How many phones come and go, from those heard so well that there is no doubt.
    private func hazard(
        of entries: [SightingTable.Entry],
        staying length: Double,
        believed: Hazard
    ) -> Hazard {
        var seconds = 900.0
        var coming = believed.coming * seconds
        var leaving = believed.leaving * seconds
        for entry in entries where !entry.isCarried && rhythm(of: entry) != .dozing {
            let own = silence(of: entry)
            let stay = entry.lastSecond - entry.firstSecond
            guard own.isWellHeard, stay >= length else { continue }
            seconds += stay + 2 * configuration.expectedSilence
            coming += entry.firstSecond - listened.from > configuration.cycle ? 1 : 0
            let isGone = listened.to - entry.lastSecond > configuration.cycle
            leaving += isGone && !entry.isHeardLate ? 1 : 0
        }
        return Hazard(coming: coming / seconds, leaving: leaving / seconds)
    }
}
