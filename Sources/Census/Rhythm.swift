/// When a phone advertises and rests, as far as one id shows.
enum Rhythm {
    /// A burst, and a rest as long.
    case usual
    /// The app is open on the screen: long bursts and short rests.
    case open
    /// In doze: alarms come late, so that it advertises for minutes and rests for minutes.
    case dozing

    /// What to take a phone for that advertised for longer than a usual burst, and then no longer, so
    /// that neither a short rest nor a second burst tells: the greater part of those that do tell.
    ///
    /// - Returns: `open` when nobody tells either.
    static func unclear(
        among entries: [SightingTable.Entry],
        _ configuration: CensusConfiguration
    ) -> Rhythm {
        var open = 0
        var dozing = 0
        for entry in entries {
            switch entry.rhythm(configuration) {
            case .open?: open += 1
            case .dozing?: dozing += 1
            case .usual?, nil: break
            }
        }
        return dozing > open ? .dozing : .open
    }
}

extension SightingTable.Entry {
    /// The phone's rhythm, nil when a run of reports is longer than a burst and tells no more.
    func rhythm(_ configuration: CensusConfiguration) -> Rhythm? {
        let run = Double(longestRun) / 1000
        guard run > configuration.burstOn + configuration.runBreak else { return .usual }
        // Chance makes a pause as long as an open app's rest when few packets arrive.
        let rest = configuration.openRest - 0.5 + 2 / rate(configuration)
        if Double(longestPause) / 1000 >= rest { return .open }
        return run > configuration.openBurst + configuration.runBreak ? .dozing : nil
    }

    /// Whether all that was heard is one long burst that was on when the quarter began: a phone takes up
    /// its new id with its next burst, so this is the id of the quarter before.
    func isOldBurst(_ configuration: CensusConfiguration) -> Bool {
        guard firstSecond <= configuration.clockTolerance, longestRun == last - first else {
            return false
        }
        return [nil, .dozing].contains(rhythm(configuration))
    }

    /// Reports in a second of advertising.
    private func rate(_ configuration: CensusConfiguration) -> Double {
        let span = Double(last - first) / 1000
        let share = configuration.burstOn / configuration.period
        let on = max(Double(running) / 1000, span * share, 1)
        return Double(hits) / on
    }
}
