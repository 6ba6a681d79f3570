package import Fleet

/// The rule that gave a window or a quarter its quality; the raw value is the word in `kiosk count`.
package enum QualityRule: String, Sendable, Equatable, CaseIterable {
    /// Listened through all of it, and nothing out of the ordinary.
    case nothingUnusual = "nothing-unusual"
    /// Less than a report of any kind a minute.
    case nothingHeard = "nothing-heard"
    /// Listening began late or ended early by more than the tolerance.
    case coveredInPart = "covered-in-part"
    /// For longer than a minute there was no sign that anybody listened.
    case pausedMeanwhile = "paused-meanwhile"
    /// One of the quarter's windows heard nothing.
    case windowDeaf = "window-deaf"
    /// The wall clock could not be trusted, so ids may have changed anywhere.
    case clockNotTrusted = "clock-not-trusted"
    /// Phones show their old ids for longer than they can, so the kiosk's clock is wrong.
    case clockContradicted = "clock-contradicted"
    /// Fewer than three reports for each id: most phones were not heard at all.
    case hardlyHeard = "hardly-heard"
    /// Phones are heard so rarely that whole bursts are missed.
    case fewReports = "few-reports"
    /// More phones at a time than the channels can carry.
    case crowdTooLarge = "crowd-too-large"
    /// Hundreds of phones, and each is hardly heard any more.
    case crowdDrowned = "crowd-drowned"
    /// One of the quarter's windows was saturated.
    case windowSaturated = "window-saturated"
    /// More identifiers than there is room for.
    case tableFull = "table-full"
    /// Most ids are heard for a moment and never again, as no phone's are.
    case fleetingIds = "fleeting-ids"
    /// Three times as many ids as there is room for phones.
    case beyondCapacity = "beyond-capacity"
    /// One of the quarter's windows was suspicious.
    case windowSuspicious = "window-suspicious"

    /// The quality that the rule gives.
    package var quality: Quality {
        switch self {
        case .nothingUnusual: .regular
        case .nothingHeard: .deaf
        case .coveredInPart, .pausedMeanwhile, .windowDeaf, .clockNotTrusted: .partial
        case .fewReports: .starved
        case .crowdTooLarge, .crowdDrowned, .hardlyHeard, .windowSaturated: .saturated
        case .tableFull, .clockContradicted, .fleetingIds, .beyondCapacity, .windowSuspicious:
            .suspicious
        }
    }
}

/// What the quality of a window is judged by.
struct WindowEvidence {
    let reports: UInt64
    let androidReports: UInt64
    let overflow: Int
    let distinct: Double
    let occupancy: Double
    let fleeting: Int
    /// Ids heard.
    let heard: Int
    /// Seconds of the window in which the radio listened.
    let listened: Double
    /// Seconds missing at the beginning or the end, whichever is more.
    let missing: Double
    /// Seconds of pauses.
    let paused: Double
    let isClockTrusted: Bool
    /// Whether phones contradict the kiosk's clock.
    let isClockWrong: Bool

    /// Reports in a second of each phone's advertising; nil for fewer than three phones.
    func rate(_ configuration: CensusConfiguration) -> Double? {
        let share = configuration.burstOn / configuration.period
        guard occupancy >= 3, listened > 0 else { return nil }
        return Double(androidReports) / (occupancy * listened * share)
    }

    /// The first rule that holds, the gravest first.
    func rule(_ configuration: CensusConfiguration, wasSaturated: Bool) -> QualityRule {
        // So little in a minute does not tell an empty place from air in which nothing gets through.
        if reports == 0 || Double(reports) * 60 < listened { return .nothingHeard }
        if overflow > 0 { return .tableFull }
        if isClockWrong { return .clockContradicted }
        // Of phones in their bursts, one in five at most is seen for less than three seconds.
        if fleeting > 20, fleeting * 2 > heard { return .fleetingIds }
        if listened >= 120, androidReports < 3 * UInt64(heard) { return .hardlyHeard }
        // A burst is missed with e^-3 at this rate, one in twenty.
        let isDrowned = rate(configuration).map { $0 < 3 / configuration.burstOn } ?? false
        if occupancy >= configuration.crowd { return .crowdTooLarge }
        if isDrowned, occupancy >= 300 || wasSaturated { return .crowdDrowned }
        let most = Double(configuration.capacity ?? Int(configuration.crowd)) * 3
        if distinct > most { return .beyondCapacity }
        if !isClockTrusted { return .clockNotTrusted }
        if missing > configuration.coverageTolerance { return .coveredInPart }
        if paused > configuration.coverageTolerance { return .pausedMeanwhile }
        return isDrowned ? .fewReports : .nothingUnusual
    }
}
