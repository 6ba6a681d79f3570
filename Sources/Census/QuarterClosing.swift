import Fleet

/// Makes tallies of a quarter's windows and of the quarter, of which all up to a moment is known.
struct QuarterClosing {
    private let count: QuarterCount
    private let estimate: QuarterEstimate
    private let addresses: AddressCount
    private let configuration: CensusConfiguration
    /// Seconds of the quarter up to the moment.
    private let horizon: Double

    init(_ quarter: QuarterCount, until end: Instant, _ configuration: CensusConfiguration) {
        count = quarter
        addresses = AddressCount(quarter)
        horizon = max(quarter.seconds(to: end), quarter.listenedFrom)
        estimate = QuarterEstimate(of: quarter, horizon: horizon)
        self.configuration = configuration
    }

    /// What the next quarter needs to know.
    var handover: Handover { estimate.handover }

    /// The tally of one of the three windows.
    func window(
        _ number: Int,
        span: WindowSpan,
        missing: Double,
        wasSaturated: Bool
    ) -> WindowTally {
        let bit = UInt8(1) << UInt8(number)
        let stretch = stretch(Double(number) * 300, Double(number + 1) * 300)
        let (distinct, occupancy) = figures(in: stretch, windows: bit)
        let evidence = WindowEvidence(
            reports: count.reportCount(window: number),
            androidReports: count.androidReports[number],
            overflow: count.overflow[number],
            distinct: distinct.value,
            occupancy: occupancy.value,
            fleeting: estimate.fleeting(windows: bit),
            heard: estimate.heard(windows: bit),
            listened: stretch.length,
            missing: missing,
            paused: stretch.to - stretch.from - stretch.length,
            isClockTrusted: count.isClockTrusted,
            isClockWrong: estimate.isClockWrong
        )
        let rule = evidence.rule(configuration, wasSaturated: wasSaturated)
        let iphones = addresses.iphones(stretch)
        let others = addresses.others(windows: bit, stretch)
        let figures = WindowTally.Figures(
            androidOccupancy: occupancy.value,
            androidOccupancyInterval: occupancy.bounds,
            androidDistinct: Int(distinct.value.rounded()),
            androidInterval: distinct.wholeBounds,
            passersBy: estimate.passersBy(in: stretch),
            iosOccupancy: iphones.mean,
            iosInterval: iphones.bounds,
            otherPhones: others.value,
            otherInterval: others.bounds
        )
        return WindowTally(
            span: span,
            quality: rule.quality,
            rule: rule,
            reports: evidence.reports,
            overflow: evidence.overflow,
            figures: rule.quality.hasFigures ? figures : nil,
            atLeast: rule.quality == .saturated ? estimate.atLeast(windows: bit) : nil
        )
    }

    /// Distinct phones, which are no fewer than phones at a time, and these.
    ///
    /// In less than a cycle not everybody who is here advertises.
    private func figures(
        in stretch: Listened,
        windows: UInt8
    ) -> (distinct: QuarterEstimate.Figure, occupancy: QuarterEstimate.Figure) {
        var distinct = estimate.distinct(in: stretch, windows: windows)
        let occupancy = estimate.occupancy(in: stretch) ?? distinct
        let missing = max(occupancy.value - distinct.value, 0)
        distinct.value += missing
        distinct.variance += missing * missing / 4
        if stretch.length < configuration.cycle { distinct.variance += occupancy.variance }
        return (distinct, occupancy)
    }

    /// The tally of the quarter.
    func quarter(
        missing: Double,
        hasSilentWindow: Bool,
        windowRules: [QualityRule]
    ) -> QuarterTally {
        let stretch = stretch(0, 900)
        let (distinct, occupancy) = figures(in: stretch, windows: 0b111)
        let movements = estimate.movements
        let rule = quarterRule(
            missing: missing,
            paused: stretch.to - stretch.from - stretch.length,
            hasSilentWindow: hasSilentWindow,
            windowRules: windowRules
        )
        let iphones = addresses.iphones(stretch)
        let others = addresses.others(windows: 0b111, stretch)
        let figures = QuarterTally.Figures(
            androidDistinct: Int(distinct.value.rounded()),
            androidInterval: distinct.wholeBounds,
            androidOccupancy: occupancy.value,
            androidOccupancyInterval: occupancy.bounds,
            boardings: Int(movements.came.value.rounded()),
            boardingsInterval: movements.came.wholeBounds,
            alightings: Int(movements.left.value.rounded()),
            alightingsInterval: movements.left.wholeBounds,
            passersBy: estimate.passersBy(in: stretch),
            iosOccupancy: iphones.mean,
            iosInterval: iphones.bounds,
            otherPhones: others.value,
            otherInterval: others.bounds,
            exact: ExactFigures(
                androidIds: estimate.atLeast(windows: 0b111),
                iosAddressMinutes: addresses.addressMinutes(stretch),
                minutes: addresses.minutes(stretch).count,
                otherAddresses: addresses.otherAddresses(windows: 0b111)
            )
        )
        return QuarterTally(
            span: count.span,
            quality: rule.quality,
            rule: rule,
            figures: rule.quality.hasFigures ? figures : nil,
            atLeast: rule.quality == .saturated ? estimate.atLeast(windows: 0b111) : nil
        )
    }

    /// The gravest of the windows' rules, or what only the whole quarter shows.
    private func quarterRule(
        missing: Double,
        paused: Double,
        hasSilentWindow: Bool,
        windowRules: [QualityRule]
    ) -> QualityRule {
        if windowRules.allSatisfy({ $0 == .nothingHeard }) { return .nothingHeard }
        if estimate.isClockWrong { return .clockContradicted }
        if windowRules.contains(where: { $0.quality == .suspicious }) { return .windowSuspicious }
        if windowRules.contains(where: { $0.quality == .saturated }) { return .windowSaturated }
        let fleeting = estimate.fleeting(windows: 0b111)
        let heard = estimate.heard(windows: 0b111)
        if fleeting > 20, fleeting * 2 > heard { return .fleetingIds }
        let reports = count.androidReports.reduce(0, +)
        if estimate.listened.length >= 120, reports < 3 * UInt64(heard) { return .hardlyHeard }
        if missing > configuration.coverageTolerance { return .coveredInPart }
        if hasSilentWindow { return .windowDeaf }
        if paused > configuration.coverageTolerance { return .pausedMeanwhile }
        return windowRules.contains(.fewReports) ? .fewReports : .nothingUnusual
    }

    private func stretch(_ from: Double, _ to: Double) -> Listened {
        Listened(
            from: max(count.listenedFrom, from),
            to: min(horizon, to),
            pauses: count.pauses
        )
    }
}

extension QuarterEstimate.Figure {
    /// The bounds widened to whole numbers.
    var wholeBounds: ClosedRange<Int> {
        let bounds = bounds
        return Int(bounds.lowerBound.rounded(.down))...Int(bounds.upperBound.rounded(.up))
    }
}
