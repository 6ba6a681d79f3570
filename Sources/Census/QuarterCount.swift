import Fleet

/// Everything held of one quarter while it is counted: key, sightings, and counts by minute.
struct QuarterCount {
    let span: WindowSpan
    private var key: DigestKey
    private var androids: SightingTable
    private var iphones: SightingTable
    private var others: SightingTable
    private let configuration: CensusConfiguration
    /// When listening began, in seconds of the quarter.
    private let listenedFrom: Double
    /// Whether the quarter before was not listened to, so that its late ids are not known.
    private let isFirst: Bool
    /// Reports in each of the three windows.
    private var reports: [UInt64] = [0, 0, 0]
    /// Bluezone iPhone addresses in each minute of the quarter.
    private var iphoneMinutes: [Int] = Array(repeating: 0, count: 15)
    /// Identifiers that found no room, in each window.
    private(set) var overflow: [Int] = [0, 0, 0]

    init(
        span: WindowSpan,
        key: DigestKey,
        listenedFrom: Double,
        isFirst: Bool,
        configuration: CensusConfiguration
    ) {
        self.span = span
        self.key = key
        self.listenedFrom = listenedFrom
        self.isFirst = isFirst
        self.configuration = configuration
        let most = CensusConfiguration.maximumIdentifiers
        androids = SightingTable(maximum: most / 2)
        iphones = SightingTable(maximum: most / 4)
        others = SightingTable(maximum: most / 4)
    }

    /// Counts a sighting that belongs to this quarter.
    mutating func hear(_ sighting: Sighting, at time: Instant) {
        let millisecond = Int32(clamping: (time.microseconds - span.start.microseconds) / 1000)
        let window = window(holding: millisecond)
        reports[window] += 1
        let isRoom: Bool?
        switch sighting.kind {
        case .bluezoneAndroid:
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

    /// Counts a report whose sender belongs to the quarter before.
    mutating func hearLate(at time: Instant) {
        let elapsed = (time.microseconds - span.start.microseconds) / 1000
        reports[window(holding: Int32(clamping: elapsed))] += 1
    }

    /// Whether an Android id that is heard after this quarter's end belongs to this quarter.
    ///
    /// An id first heard in the last seconds comes from a phone whose clock is ahead: it is the id of
    /// the next quarter, so it is given up here and counted there.
    mutating func keeps(_ sighting: Sighting) -> Bool {
        let digest = digest(sighting)
        guard let first = androids.first(of: digest) else { return false }
        let length = Double(WindowSpan.quarterLength)
        let wasListening = listenedFrom <= length - configuration.cycle
        let isEarly = Double(first) / 1000 >= length - configuration.clockTolerance
        guard wasListening, isEarly else { return true }
        androids.giveUp(digest)
        return false
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

    /// The figures of one of the three windows, when listening to the quarter ends at a moment.
    func windowFigures(_ window: Int, endingAt end: Instant) -> WindowTally.Figures {
        let bit = UInt8(1) << UInt8(window)
        let listened = Listened(
            from: max(listenedFrom, Double(window) * 300),
            to: min(seconds(to: end), Double(window + 1) * 300)
        )
        var heard = Heard()
        var present = 0.0
        androids.forEach { entry in
            guard isOfThisQuarter(entry, endingAt: seconds(to: end)) else { return }
            present += seconds(of: entry, in: listened, endingAt: seconds(to: end))
            guard entry.windows & bit != 0 else { return }
            // Hits are kept of the latest window only; a later one proves the id was no stray.
            let isLatest = entry.windows.leadingZeroBitCount == bit.leadingZeroBitCount
            heard.add(hits: isLatest ? entry.hits : .max)
        }
        return WindowTally.Figures(
            androidOccupancy: listened.mean(present) ?? Double(heard.distinct),
            androidDistinct: heard.distinct,
            androidInterval: heard.interval,
            iosOccupancy: iphoneOccupancy(listened),
            otherPhones: otherPhones(windows: bit, listened)
        )
    }

    func quarterFigures(carriedOver: Int?, endingAt end: Instant) -> QuarterTally.Figures {
        let listened = Listened(from: listenedFrom, to: seconds(to: end))
        var heard = Heard()
        var present = 0.0
        var atEnd = 0
        androids.forEach { entry in
            guard isOfThisQuarter(entry, endingAt: listened.to) else { return }
            heard.add(hits: entry.first == entry.last ? 1 : .max)
            present += seconds(of: entry, in: listened, endingAt: listened.to)
            atEnd += isPresent(entry, at: listened.to) ? 1 : 0
        }
        return QuarterTally.Figures(
            androidDistinct: heard.distinct,
            androidInterval: heard.interval,
            androidOccupancy: listened.mean(present) ?? Double(heard.distinct),
            boardings: carriedOver.map { max(heard.distinct - $0, 0) },
            alightings: heard.distinct - atEnd,
            iosOccupancy: iphoneOccupancy(listened),
            otherPhones: otherPhones(windows: 0b111, listened)
        )
    }

    /// Android phones here when the quarter ended.
    var presentAtEnd: Int {
        var count = 0
        let end = Double(WindowSpan.quarterLength)
        androids.forEach { count += !$0.isGivenUp && isPresent($0, at: end) ? 1 : 0 }
        return count
    }

    /// Android ids heard since a moment of this quarter.
    func androids(heardSince moment: Instant) -> Int {
        let since = (moment.microseconds - span.start.microseconds) / 1000
        var count = 0
        androids.forEach { count += Int64($0.last) >= since ? 1 : 0 }
        return count
    }

    /// Whether an id is this quarter's own.
    ///
    /// It is not when it was given up to the next one, or when listening began with the quarter and it
    /// was heard only while phones still show the id of the quarter before.
    private func isOfThisQuarter(_ entry: SightingTable.Entry, endingAt end: Double) -> Bool {
        if entry.isGivenUp { return false }
        let lastOld = configuration.burstOn + configuration.clockTolerance
        guard isFirst, listenedFrom < lastOld, end >= configuration.cycle else { return true }
        return Double(entry.last) / 1000 > lastOld
    }

    /// Seconds of the quarter up to a moment, at most its length.
    private func seconds(to moment: Instant) -> Double {
        min(moment.seconds(since: span.start), Double(WindowSpan.quarterLength))
    }

    private func isPresent(_ entry: SightingTable.Entry, at end: Double) -> Bool {
        Double(entry.last) / 1000 >= end - configuration.cycle
    }

    /// Seconds of a phone's presence within a stretch of listening.
    ///
    /// From first to last heard, widened by the silence to expect at each end. Where listening begins
    /// or ends, and at the quarter's edges, where the id changes while the phone stays: what was heard
    /// within one duty cycle of the edge was there.
    private func seconds(
        of entry: SightingTable.Entry,
        in listened: Listened,
        endingAt quarterEnd: Double
    ) -> Double {
        var start = Double(entry.first) / 1000
        let isFromStart = start <= listenedFrom + configuration.cycle
        start = isFromStart ? listenedFrom : start - configuration.expectedSilence
        let end =
            isPresent(entry, at: quarterEnd)
            ? quarterEnd : Double(entry.last) / 1000 + configuration.expectedSilence
        return max(min(end, listened.to) - max(start, listened.from), 0)
    }

    /// Mean of the minute counts of iPhone addresses, corrected for addresses that change meanwhile.
    private func iphoneOccupancy(_ listened: Listened) -> Double {
        let minutes = listened.minutes
        let sum = iphoneMinutes[minutes].reduce(0, +)
        return Double(sum) / Double(minutes.count) / (1 + 60 / configuration.addressLifetime)
    }

    /// Other phones behind addresses that change without any common beat.
    ///
    /// An iPhone that shows Bluezone in its scan response alone is no other phone.
    private func otherPhones(windows: UInt8, _ listened: Listened) -> Int {
        var addresses = 0
        others.forEach { entry in
            guard entry.windows & windows != 0, !iphones.contains(entry.digest) else { return }
            addresses += 1
        }
        return Int(
            (Double(addresses) / (1 + listened.length / configuration.addressLifetime)).rounded()
        )
    }
}
