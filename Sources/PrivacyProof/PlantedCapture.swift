import Air
import Fleet

/// A capture in which planted phones come, advertise as real ones do, and leave, quarter after quarter.
///
/// They come in groups that a census takes for a crowded place and not for a flood: at most 300 Bluezone
/// ids at a time, each in three bursts of 15 s. There are at least two quarters, so that one key is
/// overwritten after its grace. The capture ends with planted phones, with an event that is cut off and
/// with chains of fragments that have no end: what a decoder holds then is what it had last.
struct PlantedCapture {
    let bytes: [UInt8]
    /// Events in it.
    let events: Int
    /// Bluezone ids planted in each quarter, by its start.
    let ids: [Instant: Int]

    /// 13 August 2020, 00:15 UTC, the beginning of a quarter.
    private static let begin = Instant(seconds: 1_597_277_700)
    /// Phones that come together, and seconds from one such group to the next.
    private static let group = (phones: 500, seconds: 110)
    private static let groupsAQuarter = 8
    /// Seconds within which a group comes, and seconds that each of them stays.
    private static let coming = 30
    private static let stay = 75
    /// Times each phone is heard: every third second of each burst.
    static let times = 15

    init(_ plant: Plant) {
        var writer = BtsnoopWriter(datalink: .uart)
        var events = 0
        var ids: [Instant: Int] = [:]
        var last = Self.begin
        let groups = max((plant.phones.count - 1) / Self.group.phones + 1, 2)
        let quarters = max((groups - 1) / Self.groupsAQuarter + 1, 2)
        var place = (quarter: 0, group: 0)
        for number in 0..<groups {
            let quarter = number * quarters / groups
            place = quarter == place.quarter ? (quarter, place.group + 1) : (quarter, 1)
            let start = Self.begin.adding(seconds: Int64(quarter) * WindowSpan.quarterLength)
            let first = start.adding(seconds: Int64((place.group - 1) * Self.group.seconds))
            let from = number * plant.phones.count / groups
            let phones = plant.phones[from..<(number + 1) * plant.phones.count / groups]
            ids[start, default: 0] += phones.count { $0.id != nil }
            Self.hear(phones, from: first) { event, time in
                writer.append(event: event, at: time.microseconds)
                events += 1
                last = time
            }
        }
        for event in Self.broken(plant.phones.suffix(40), at: last.microseconds) {
            writer.append(event: event, at: last.microseconds)
            events += 1
        }
        bytes = writer.bytes
        self.events = events
        self.ids = ids
    }

    /// Gives the events of a group's visit in the order of time.
    private static func hear(
        _ phones: ArraySlice<Plant.Phone>,
        from start: Instant,
        _ give: ([UInt8], Instant) -> Void
    ) {
        for second in 0..<coming + stay {
            for (index, phone) in phones.enumerated() {
                let here = second - index * coming / phones.count
                guard (0..<stay).contains(here), here % 30 < 15, here % 3 == 0 else { continue }
                let time = Instant(
                    microseconds: start.microseconds + Int64(second) * 1_000_000 + Int64(index)
                )
                events(of: phone, at: time.microseconds, asExtended: index % 4 == 1)
                    .forEach { give($0, time) }
            }
        }
    }

    private static func events(
        of phone: Plant.Phone,
        at time: Int64,
        asExtended: Bool
    ) -> [[UInt8]] {
        let report = AirReport(time: time, rssi: -60, packet: phone.packet)
        if phone.packet.pdu == .extended { return HCIEvent.fragments(of: report) }
        if asExtended { return [HCIEvent.extendedReports([report])] }
        return HCIEvent.advertisingReports([report]).map { [$0] } ?? []
    }

    /// Chains without their last fragment, and an event without its last octet.
    private static func broken(_ phones: ArraySlice<Plant.Phone>, at time: Int64) -> [[UInt8]] {
        let chains = phones.filter { $0.packet.pdu == .extended }.flatMap { phone in
            events(of: phone, at: time, asExtended: true).dropLast()
        }
        let last = phones.last.map { events(of: $0, at: time, asExtended: false) } ?? []
        return chains + last.map { Array($0.dropLast()) }
    }
}
