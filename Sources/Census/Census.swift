package import Fleet

/// Counts phones in 5-minute windows and UTC quarters; the identifiers end here.
///
/// Of each id only a digest is held, under a random key that is drawn for one quarter and overwritten
/// with everything under it when the quarter's grace is over. Time is an argument: nothing here asks
/// a clock, so a replay and a live radio count alike.
package struct Census {
    private let configuration: CensusConfiguration
    private let drawKey: @Sendable () -> DigestKey
    private var current: QuarterCount?
    private var previous: QuarterCount?
    /// Next window of `current` to close, 0...2, 3 when all are closed.
    private var nextWindow = 0
    private var listeningSince: Instant?
    private var now: Instant?
    /// When `advance` next has something to close.
    private var nextDue = Instant.plausible.upperBound
    /// Phones that were here when the quarter before the one being closed ended.
    private var carriedOver: Int?
    private var results: [CensusResult] = []

    /// A census that has not begun.
    ///
    /// - Parameters:
    ///   - configuration: What to assume about phones and the air.
    ///   - drawKey: Draws a fresh random key; called once for each quarter.
    package init(configuration: CensusConfiguration, drawKey: @escaping @Sendable () -> DigestKey) {
        self.configuration = configuration
        self.drawKey = drawKey
    }

    /// The radio begins to listen; what is still open is closed first.
    package mutating func begin(at time: Instant) {
        if let last = now { finish(at: last) }
        listeningSince = time
        now = time
        open(WindowSpan.quarter(holding: time))
    }

    /// Counts one sighting.
    ///
    /// Time that steps back by more than the tolerance, or ahead by more than the longest gap, closes
    /// what is open and begins anew; smaller steps back are taken as the same moment.
    package mutating func hear(_ sighting: Sighting, at moment: Instant) {
        let time = settled(moment)
        pass(to: time)
        if sighting.kind == .bluezoneAndroid, previous?.keeps(sighting) == true {
            current?.hearLate(at: time)
        } else {
            current?.hear(sighting, at: time)
        }
    }

    /// Lets time pass, closing the windows and quarters that end meanwhile.
    ///
    /// Leaps of the clock are treated as in `hear`. Nothing happens before `begin` or after `finish`.
    package mutating func advance(to moment: Instant) {
        guard now != nil else { return }
        pass(to: settled(moment))
    }

    /// The radio stops listening: closes everything that is open.
    ///
    /// A moment before the last one, or a leap ahead of it, is taken as the last one.
    package mutating func finish(at moment: Instant) {
        guard let last = now else { return }
        let isLeap = moment.seconds(since: last) > configuration.longestGap
        let time = isLeap ? last : max(moment, last)
        pass(to: time)
        closePrevious()
        if var quarter = current {
            current = nil
            closeRest(of: quarter, until: time)
            quarter.wipe()
        }
        forgetTime()
    }

    /// Overwrites all keys and digests without closing anything; the next sighting begins anew.
    package mutating func wipe() {
        current?.wipe()
        previous?.wipe()
        current = nil
        previous = nil
        forgetTime()
    }

    /// Whether any key or digest is held.
    var isHolding: Bool { current != nil || previous != nil }

    /// What was closed since the last call, in the order of time.
    package mutating func takeResults() -> [CensusResult] {
        defer { results = [] }
        return results
    }

    /// Bluezone Android phones here now, nil before anything was heard.
    ///
    /// Ids heard within one duty cycle. Right after a quarter's start many phones have not shown their
    /// new id, so the count from before the boundary stands until the cycle is over.
    package var present: Int? {
        guard let now, let current else { return nil }
        let since = Instant(microseconds: now.microseconds - Int64(configuration.cycle * 1e6))
        let fresh = current.androids(heardSince: since)
        guard since < current.span.start, let before = previous?.presentAtEnd else { return fresh }
        return max(fresh, before)
    }
}

// MARK: - Time

extension Census {
    /// The moment to count under, after closing everything if time made a leap.
    private mutating func settled(_ moment: Instant) -> Instant {
        guard let last = now else {
            begin(at: moment)
            return moment
        }
        let step = moment.seconds(since: last)
        if step < -configuration.coverageTolerance || step > configuration.longestGap {
            finish(at: last)
            begin(at: moment)
            return moment
        }
        return max(moment, last)
    }

    /// Closes what is due up to a moment that is not before the last one.
    private mutating func pass(to time: Instant) {
        now = time
        while time >= nextDue, let quarter = current {
            closeNext(of: quarter)
            nextDue = nextClosing()
        }
    }

    private mutating func forgetTime() {
        listeningSince = nil
        carriedOver = nil
        now = nil
    }

    private mutating func open(_ span: WindowSpan) {
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        current = QuarterCount(
            span: span,
            key: drawKey(),
            listenedFrom: max(late, 0),
            isFirst: previous == nil,
            configuration: configuration
        )
        nextWindow = firstWindow(of: span)
        nextDue = nextClosing()
    }

    /// The first window of a quarter that the radio listened in.
    private func firstWindow(of span: WindowSpan) -> Int {
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        return min(max(Int(late / Double(WindowSpan.windowLength)), 0), 2)
    }

    /// When the next thing is to be closed: a window, a quarter, or the one before after its grace.
    private func nextClosing() -> Instant {
        guard let quarter = current else { return Instant.plausible.upperBound }
        var due = quarter.span.end
        if nextWindow < 2 {
            due = min(due, windowSpan(of: quarter).end.adding(seconds: Int64(configuration.cycle)))
        }
        if let old = previous {
            due = min(due, old.span.end.adding(seconds: configuration.grace))
        }
        return due
    }

    /// Closes the one thing that is due next, in the order of time.
    private mutating func closeNext(of quarter: QuarterCount) {
        // Case 1: the grace of the quarter before is over.
        if let old = previous, nextDue == old.span.end.adding(seconds: configuration.grace) {
            closePrevious()
            return
        }
        // Case 2: the quarter is over; its ids may still be heard during its grace.
        if nextDue == quarter.span.end {
            closePrevious()
            while nextWindow <= 2 {
                closeWindow(of: quarter, until: quarter.span.end)
            }
            previous = quarter
            open(WindowSpan.quarter(holding: quarter.span.end))
            return
        }
        // Case 3: a window is over and its phones had a duty cycle to be heard again.
        closeWindow(of: quarter, until: quarter.span.end)
    }

    private func windowSpan(of quarter: QuarterCount) -> WindowSpan {
        WindowSpan(
            start: quarter.span.start.adding(seconds: Int64(nextWindow) * WindowSpan.windowLength),
            length: WindowSpan.windowLength
        )
    }

    private mutating func closePrevious() {
        // Taken out first: a second owner would make the wipe overwrite a copy.
        guard var old = previous else { return }
        previous = nil
        closeQuarter(old, until: old.span.end)
        old.wipe()
    }

    /// Closes a quarter in which listening ends, unless it has not really begun.
    private mutating func closeRest(of quarter: QuarterCount, until time: Instant) {
        guard quarter.span.start < time || quarter.reportCount > 0 else { return }
        while nextWindow <= 2,
            windowSpan(of: quarter).start < time || quarter.reportCount(window: nextWindow) > 0
        {
            closeWindow(of: quarter, until: time)
        }
        closeQuarter(quarter, until: time)
    }
}

// MARK: - Closing

extension Census {
    /// Closes the next window of a quarter whose listening ends at a moment, at its own end at most.
    private mutating func closeWindow(of quarter: QuarterCount, until end: Instant) {
        let span = windowSpan(of: quarter)
        let reports = quarter.reportCount(window: nextWindow)
        let quality = quality(
            of: span,
            until: min(end, span.end),
            reports: reports,
            overflow: quarter.overflow[nextWindow]
        )
        let figures =
            quality == .deaf ? nil : quarter.windowFigures(nextWindow, endingAt: end)
        results.append(
            .window(WindowTally(span: span, quality: quality, reports: reports, figures: figures))
        )
        nextWindow += 1
    }

    private mutating func closeQuarter(_ quarter: QuarterCount, until end: Instant) {
        var quality = quality(
            of: quarter.span,
            until: end,
            reports: quarter.reportCount,
            overflow: quarter.overflow.reduce(0, +)
        )
        if quality == .regular, quarter.hasSilentWindow(in: firstWindow(of: quarter.span)...2) {
            quality = .partial
        }
        let figures =
            quality == .deaf
            ? nil : quarter.quarterFigures(carriedOver: carriedOver, endingAt: end)
        carriedOver = quality == .deaf ? nil : quarter.presentAtEnd
        results.append(
            .quarter(QuarterTally(span: quarter.span, quality: quality, figures: figures))
        )
    }

    private func quality(
        of span: WindowSpan,
        until end: Instant,
        reports: UInt64,
        overflow: Int
    ) -> Quality {
        if reports == 0 { return .deaf }
        if overflow > 0 { return .suspicious }
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        let early = span.end.seconds(since: end)
        return max(late, early) > configuration.coverageTolerance ? .partial : .regular
    }
}
