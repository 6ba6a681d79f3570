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
    private var listeningSince: Instant?
    private var now: Instant?
    /// When `advance` next has something to close.
    private var nextDue = Instant.plausible.upperBound
    /// Whether the last window closed was saturated.
    private var wasSaturated = false
    private var isClockTrusted = true
    /// Since when nobody has listened, as far as that is not yet written into a quarter.
    private var unheardSince: Instant?
    /// When somebody listened again last; what was lost lies behind that.
    private var resumedAt: Instant?
    private var results: [CensusResult] = []
    /// How often a quarter was opened or closed; what does that has keys on its stack.
    package private(set) var turns = 0

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
    ///
    /// - Parameters:
    ///   - time: The wall time.
    ///   - isClockTrusted: Whether it is right within the clock tolerance. While it is not, windows
    ///     are counted and no quarters, for those need the moment at which ids change.
    package mutating func begin(at time: Instant, isClockTrusted: Bool = true) {
        if let last = now { finish(at: last) }
        self.isClockTrusted = isClockTrusted
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
        let owner = sighting.kind == .bluezoneAndroid ? previous?.claim(sighting, at: time) : nil
        switch owner {
        case .old?:
            current?.hearLate(sighting, at: time)
        case .passedOn?:
            current?.takeOver(sighting)
            current?.hear(sighting, at: time)
        case nil:
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

    /// Nobody has listened since a moment, and nobody does until `resume`; time goes on being counted.
    ///
    /// A window in which nobody listened at all is deaf; one in which somebody did for a part is judged
    /// by that part. The moment may lie back, since deafness is noticed afterwards.
    package mutating func lose(since moment: Instant) {
        guard unheardSince == nil, let last = now else { return }
        unheardSince = max(min(moment, last), resumedAt ?? moment)
    }

    /// Somebody listens again.
    package mutating func resume(at moment: Instant) {
        guard unheardSince != nil, now != nil else { return }
        advance(to: moment)
        noteUnheard(until: moment)
        unheardSince = nil
        resumedAt = now
    }

    /// The radio stops listening: closes everything that is open.
    ///
    /// A moment before the last one, or a leap ahead of it, is taken as the last one.
    package mutating func finish(at moment: Instant) {
        guard let last = now else { return }
        let isLeap = moment.seconds(since: last) > configuration.longestGap
        let time = isLeap ? last : max(moment, last)
        pass(to: time)
        noteUnheard(until: time)
        closePrevious()
        if var quarter = current {
            current = nil
            // Unless it has not really begun.
            if quarter.span.start < time || quarter.reportCount > 0 { close(quarter, until: time) }
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
            begin(at: moment, isClockTrusted: isClockTrusted)
            return moment
        }
        let step = moment.seconds(since: last)
        if step < -configuration.coverageTolerance || step > configuration.longestGap {
            let isLost = unheardSince != nil
            finish(at: last)
            begin(at: moment, isClockTrusted: isClockTrusted)
            if isLost { unheardSince = moment }
            return moment
        }
        return max(moment, last)
    }

    /// Closes what is due up to a moment that is not before the last one.
    private mutating func pass(to time: Instant) {
        let before = now ?? time
        now = time
        // A pause that is known is not counted twice.
        if unheardSince == nil, time.seconds(since: before) > configuration.longestPause {
            passPause(from: before, to: time)
        }
        while time >= nextDue, let quarter = current {
            closeNext(of: quarter)
            nextDue = nextClosing()
        }
    }

    /// Passes a time in which there was no sign of life: a process that was stopped hears nothing.
    private mutating func passPause(from: Instant, to time: Instant) {
        current?.pause(from: from, to: time)
        while time >= nextDue, let quarter = current {
            let start = quarter.span.start
            closeNext(of: quarter)
            nextDue = nextClosing()
            if current?.span.start != start { current?.pause(from: from, to: time) }
        }
    }

    /// Writes the time in which nobody listened, up to a moment, into the quarters it belongs to.
    private mutating func noteUnheard(until moment: Instant) {
        guard let since = unheardSince, moment > since else { return }
        previous?.pause(from: since, to: moment)
        current?.pause(from: since, to: moment)
        unheardSince = moment
    }

    private mutating func forgetTime() {
        unheardSince = nil
        resumedAt = nil
        listeningSince = nil
        wasSaturated = false
        now = nil
    }

    private mutating func open(_ span: WindowSpan) {
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        turns += 1
        current = QuarterCount(
            span: span,
            key: drawKey(),
            listenedFrom: max(late, 0),
            isFirst: previous?.isHeardToItsEnd != true,
            isClockTrusted: isClockTrusted,
            configuration: configuration
        )
        nextDue = nextClosing()
    }

    /// The first window of a quarter that the radio listened in.
    private func firstWindow(of span: WindowSpan) -> Int {
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        return min(max(Int(late / Double(WindowSpan.windowLength)), 0), 2)
    }

    /// When the next thing is to be done: a quarter ends, or the grace of the one before.
    private func nextClosing() -> Instant {
        guard let quarter = current else { return Instant.plausible.upperBound }
        guard let old = previous else { return quarter.span.end }
        return min(quarter.span.end, old.span.end.adding(seconds: configuration.grace))
    }

    /// Does the one thing that is due next.
    private mutating func closeNext(of quarter: QuarterCount) {
        if nextDue == quarter.span.end {
            noteUnheard(until: quarter.span.end)
            // Its ids may still be heard during its grace.
            closePrevious()
            previous = current ?? quarter
            open(WindowSpan.quarter(holding: quarter.span.end))
        } else {
            closePrevious()
        }
    }

    private mutating func closePrevious() {
        // Taken out first: a second owner would make the wipe overwrite a copy.
        guard var old = previous else { return }
        previous = nil
        let handover = close(old, until: old.span.end)
        current?.handover = handover
        old.wipe()
    }
}

// MARK: - Closing

extension Census {
    /// Closes a quarter and its windows, of which everything up to a moment is known.
    ///
    /// - Returns: What the next quarter needs to know.
    @discardableResult
    private mutating func close(_ quarter: QuarterCount, until end: Instant) -> Handover {
        turns += 1
        let closing = QuarterClosing(quarter, until: end, configuration)
        let first = firstWindow(of: quarter.span)
        var rules: [QualityRule] = []
        for number in first...2 {
            let offset = Int64(number) * WindowSpan.windowLength
            let span = WindowSpan(
                start: quarter.span.start.adding(seconds: offset),
                length: WindowSpan.windowLength
            )
            guard span.start < end || quarter.reportCount(window: number) > 0 else { break }
            let tally = closing.window(
                number,
                span: span,
                missing: missing(in: span, until: end),
                wasSaturated: wasSaturated
            )
            wasSaturated = tally.quality == .saturated
            rules.append(tally.rule)
            results.append(.window(tally))
        }
        guard quarter.isClockTrusted else { return closing.handover }
        let tally = closing.quarter(
            missing: missing(in: quarter.span, until: end),
            hasSilentWindow: quarter.hasSilentWindow(in: first...2),
            windowRules: rules
        )
        results.append(.quarter(tally))
        return closing.handover
    }

    /// Seconds missing at the beginning or the end of a span, whichever is more.
    private func missing(in span: WindowSpan, until end: Instant) -> Double {
        let late = (listeningSince ?? span.start).seconds(since: span.start)
        return max(late, span.end.seconds(since: end))
    }
}
