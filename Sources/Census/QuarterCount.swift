import Fleet

/// Everything held of one quarter while it is counted: key, sightings, and counts by minute.
struct QuarterCount {
    let span: WindowSpan
    /// Whether the wall clock could be trusted, so that the quarter is one of UTC.
    let isClockTrusted: Bool
    private var key: DigestKey
    private(set) var androids: SightingTable
    private(set) var iphones: SightingTable
    private(set) var others: SightingTable
    let configuration: CensusConfiguration
    /// When listening began, in seconds of the quarter.
    let listenedFrom: Double
    /// Whether the quarter before was not listened to, so that its late ids are not known.
    let isFirst: Bool
    /// Reports in each of the three windows.
    private var reports: [UInt64] = [0, 0, 0]
    /// Reports of Bluezone Android phones in each window.
    private(set) var androidReports: [UInt64] = [0, 0, 0]
    /// Bluezone iPhone addresses in each minute of the quarter.
    private(set) var iphoneMinutes: [Int] = Array(repeating: 0, count: 15)
    /// Identifiers that found no room, in each window.
    private(set) var overflow: [Int] = [0, 0, 0]
    /// Stretches in which nobody listened, in seconds of the quarter; the last one takes in later ones.
    private(set) var pauses: [ClosedRange<Double>] = []

    /// What the quarter before tells, nil when it was not listened to.
    var handover: Handover?

    private static let mostPauses = 30

    init(
        span: WindowSpan,
        key: DigestKey,
        listenedFrom: Double,
        isFirst: Bool,
        isClockTrusted: Bool,
        configuration: CensusConfiguration
    ) {
        self.span = span
        self.key = key
        self.listenedFrom = listenedFrom
        self.isFirst = isFirst
        self.isClockTrusted = isClockTrusted
        self.configuration = configuration
        let most = CensusConfiguration.maximumIdentifiers
        androids = SightingTable(maximum: most / 2, runBreak: configuration.runBreak)
        iphones = SightingTable(maximum: most / 4)
        others = SightingTable(maximum: most / 4)
    }

    /// Counts a sighting that belongs to this quarter.
    mutating func hear(_ sighting: Sighting, at time: Instant) {
        let millisecond = Int32(clamping: (time.microseconds - span.start.microseconds) / 1000)
        let window = window(holding: millisecond)
        reports[window] += 1
        if let weakest = configuration.weakestLevel, sighting.rssi < weakest { return }
        let isRoom: Bool?
        switch sighting.kind {
        case .bluezoneAndroid:
            androidReports[window] += 1
            isRoom = androids.note(digest(sighting), at: millisecond, window: window)
        case .bluezoneIOSForeground, .bluezoneIOSBackground:
            isRoom = iphones.note(digest(sighting), at: millisecond, window: window)
            if isRoom == true { iphoneMinutes[min(Int(millisecond / 60_000), 14)] += 1 }
        case .otherPhone, .gaen:
            isRoom = others.note(digest(sighting), at: millisecond, window: window)
        case .other, .malformed:
            return
        }
        if isRoom == nil { overflow[window] += 1 }
    }

    /// Counts a report whose id was in the quarter before, so that it is not new in this one.
    mutating func hearLate(_ sighting: Sighting, at time: Instant) {
        let millisecond = Int32(clamping: (time.microseconds - span.start.microseconds) / 1000)
        let window = window(holding: millisecond)
        reports[window] += 1
        if let weakest = configuration.weakestLevel, sighting.rssi < weakest { return }
        androidReports[window] += 1
        let digest = digest(sighting)
        let isRoom = androids.note(digest, at: millisecond, window: window, isCarried: true)
        if isRoom == nil { overflow[window] += 1 }
    }

    /// Whose an Android id is that is heard after this quarter's end.
    enum Owner {
        /// This quarter's: its phone has not taken up the new one yet.
        case old
        /// The next quarter's, although it was first heard in this one.
        case passedOn
    }

    /// Says whose an Android id is that is heard after this quarter's end.
    ///
    /// An id first heard in the last seconds comes from a phone whose clock is ahead: it is the id of
    /// the next quarter, so it is given up here and counted there. So is one first heard in the last
    /// half minute that goes on when all old ids have ended: the kiosk's clock is behind.
    ///
    /// - Parameters:
    ///   - sighting: A sighting of the id.
    ///   - time: When it was heard, after the quarter's end.
    /// - Returns: Whose it is; nil when this quarter does not know it.
    mutating func claim(_ sighting: Sighting, at time: Instant) -> Owner? {
        let digest = digest(sighting)
        guard let first = androids.first(of: digest) else { return nil }
        let length = Double(WindowSpan.quarterLength)
        let left = length - Double(first) / 1000
        let late = time.seconds(since: span.start) - length
        let wasListening = listenedFrom <= length - configuration.cycle
        let goesOn = left <= configuration.period && late > configuration.lastOld
        guard wasListening, goesOn || left <= configuration.clockTolerance else {
            androids.hearLate(digest)
            return .old
        }
        androids.giveUp(digest)
        return .passedOn
    }

    /// Takes an id as new in this quarter that the quarter before has given up.
    mutating func takeOver(_ sighting: Sighting) {
        androids.takeOver(digest(sighting))
    }

    /// Notes a stretch in which nobody listened, cut to the quarter.
    mutating func pause(from: Instant, to: Instant) {
        let begin = max(from.seconds(since: span.start), 0)
        let end = min(to.seconds(since: span.start), Double(WindowSpan.quarterLength))
        guard end > begin else { return }
        if pauses.count == Self.mostPauses, let last = pauses.popLast() {
            pauses.append(last.lowerBound...end)
        } else {
            pauses.append(begin...end)
        }
    }

    /// Overwrites the key and everything held under it.
    mutating func wipe() {
        key.wipe()
        androids.wipe()
        iphones.wipe()
        others.wipe()
    }

    private func window(holding millisecond: Int32) -> Int {
        min(max(Int(millisecond / 300_000), 0), 2)
    }

    private func digest(_ sighting: Sighting) -> UInt64 {
        sighting.trace.digest(under: key)
    }
}

// MARK: - Figures

extension QuarterCount {
    func reportCount(window: Int) -> UInt64 { reports[window] }

    var reportCount: UInt64 { reports.reduce(0, +) }

    /// Whether one of the windows from the given one on was silent although others were not.
    func hasSilentWindow(in windows: ClosedRange<Int>) -> Bool {
        reports[windows].contains(0)
    }

    /// Whether anybody listened in its last cycle, so that its late ids are known.
    var isHeardToItsEnd: Bool {
        let end = Double(WindowSpan.quarterLength)
        return !pauses.contains {
            $0.upperBound >= end - 1 && $0.lowerBound < end - configuration.cycle
        }
            && listenedFrom < end - configuration.cycle
    }

    /// Seconds of the quarter up to a moment, at most its length.
    func seconds(to moment: Instant) -> Double {
        min(moment.seconds(since: span.start), Double(WindowSpan.quarterLength))
    }

    /// Android ids heard since a moment of this quarter.
    func androids(heardSince moment: Instant) -> Int {
        let since = (moment.microseconds - span.start.microseconds) / 1000
        var count = 0
        androids.forEach { count += !$0.isCarried && Int64($0.last) >= since ? 1 : 0 }
        return count
    }

    /// Android phones heard within a duty cycle before the quarter ended.
    var presentAtEnd: Int {
        var count = 0
        let since = Double(WindowSpan.quarterLength) - configuration.cycle
        androids.forEach { count += !$0.isGivenUp && $0.lastSecond >= since ? 1 : 0 }
        return count
    }
}
