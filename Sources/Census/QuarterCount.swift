import Fleet

/// Everything held of one quarter while it is counted: key, sightings, and counts by minute.
struct QuarterCount {
    let span: WindowSpan
    private var key: DigestKey
    private var androids: SightingTable
    private var iphones: SightingTable
    private var others: SightingTable
    private let configuration: CensusConfiguration
    /// Reports in each of the three windows.
    private var reports: [UInt64] = [0, 0, 0]
    /// Bluezone iPhone addresses in each minute of the quarter.
    private var iphoneMinutes: [Int] = Array(repeating: 0, count: 15)
    /// Identifiers that found no room, in each window.
    private(set) var overflow: [Int] = [0, 0, 0]

    init(span: WindowSpan, key: DigestKey, configuration: CensusConfiguration) {
        self.span = span
        self.key = key
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

    /// Whether an Android id was first heard in this quarter.
    func knows(_ sighting: Sighting) -> Bool {
        androids.contains(digest(sighting))
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

    func windowFigures(_ window: Int) -> WindowTally.Figures {
        let bit = UInt8(1) << UInt8(window)
        let bounds = Int32(window) * 300_000...Int32(window + 1) * 300_000
        var heard = Heard()
        var present = 0.0
        androids.forEach { entry in
            present += seconds(of: entry, in: bounds)
            guard entry.windows & bit != 0 else { return }
            // Hits are kept of the latest window only; a later one proves the id was no stray.
            let isLatest = entry.windows.leadingZeroBitCount == bit.leadingZeroBitCount
            heard.add(hits: isLatest ? entry.hits : .max)
        }
        var otherAddresses = 0
        others.forEach { otherAddresses += $0.windows & bit != 0 ? 1 : 0 }
        return WindowTally.Figures(
            androidOccupancy: present / Double(WindowSpan.windowLength),
            androidDistinct: heard.distinct,
            androidInterval: heard.interval,
            iosOccupancy: iphoneOccupancy(minutes: window * 5..<window * 5 + 5),
            otherPhones: senders(addresses: otherAddresses, seconds: WindowSpan.windowLength)
        )
    }

    func quarterFigures(carriedOver: Int?) -> QuarterTally.Figures {
        var heard = Heard()
        var present = 0.0
        var atEnd = 0
        androids.forEach { entry in
            heard.add(hits: entry.first == entry.last ? 1 : .max)
            present += seconds(of: entry, in: 0...900_000)
            atEnd += isPresentAtEnd(entry) ? 1 : 0
        }
        return QuarterTally.Figures(
            androidDistinct: heard.distinct,
            androidInterval: heard.interval,
            androidOccupancy: present / Double(WindowSpan.quarterLength),
            boardings: carriedOver.map { max(heard.distinct - $0, 0) },
            alightings: heard.distinct - atEnd,
            iosOccupancy: iphoneOccupancy(minutes: 0..<15),
            otherPhones: senders(addresses: others.count, seconds: WindowSpan.quarterLength)
        )
    }

    /// Android phones here when the quarter ended.
    var presentAtEnd: Int {
        var count = 0
        androids.forEach { count += isPresentAtEnd($0) ? 1 : 0 }
        return count
    }

    /// Android ids heard since a moment of this quarter.
    func androids(heardSince moment: Instant) -> Int {
        let since = (moment.microseconds - span.start.microseconds) / 1000
        var count = 0
        androids.forEach { count += Int64($0.last) >= since ? 1 : 0 }
        return count
    }

    private func isPresentAtEnd(_ entry: SightingTable.Entry) -> Bool {
        Double(entry.last) / 1000 >= Double(WindowSpan.quarterLength) - configuration.cycle
    }

    /// Seconds of a phone's presence within bounds, in milliseconds of the quarter.
    ///
    /// From first to last heard, widened by the silence to expect at each end. At the quarter's edges
    /// the id changes while the phone stays: what was heard within one duty cycle of an edge was there.
    private func seconds(of entry: SightingTable.Entry, in bounds: ClosedRange<Int32>) -> Double {
        let cycle = configuration.cycle
        let length = Double(WindowSpan.quarterLength)
        var start = Double(entry.first) / 1000
        var end = Double(entry.last) / 1000
        start = start <= cycle ? 0 : start - configuration.expectedSilence
        end = end >= length - cycle ? length : end + configuration.expectedSilence
        let lower = max(start, Double(bounds.lowerBound) / 1000)
        let upper = min(end, Double(bounds.upperBound) / 1000)
        return max(upper - lower, 0)
    }

    /// Mean of the minute counts of iPhone addresses, corrected for addresses that change meanwhile.
    private func iphoneOccupancy(minutes: Range<Int>) -> Double {
        let sum = iphoneMinutes[minutes].reduce(0, +)
        return Double(sum) / Double(minutes.count) / (1 + 60 / configuration.addressLifetime)
    }

    /// Senders behind a number of addresses that change without any common beat.
    private func senders(addresses: Int, seconds: Int64) -> Int {
        Int((Double(addresses) / (1 + Double(seconds) / configuration.addressLifetime)).rounded())
    }
}
