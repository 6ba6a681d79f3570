import Air

/// A capture in which planted phones are heard through one quarter and up to the last moment.
///
/// The first half is heard in the first quarter, whose grace is over before the second half is heard
/// in the next one. The capture ends with planted phones, with an event that is cut off and with a
/// chain of fragments that has no end: what a decoder holds then is what it had last.
struct PlantedCapture {
    let bytes: [UInt8]
    /// Events in it.
    let events: Int
    /// Quarters it touches.
    static let quarters = 2

    /// 13 August 2020, 00:15 UTC, in microseconds.
    private static let begin: Int64 = 1_597_277_700_000_000
    private static let second: Int64 = 1_000_000
    /// Times each phone is heard.
    private static let times = 4

    init(_ plant: Plant) {
        var writer = BtsnoopWriter(datalink: .uart)
        var events = 0
        let half = plant.phones.count / 2
        let groups = [(plant.phones[..<half], Int64(0)), (plant.phones[half...], 1100)]
        for (phones, start) in groups {
            for round in 0..<Self.times {
                for (index, phone) in phones.enumerated() {
                    let share = Double(index) / Double(max(phones.count, 1))
                    let seconds = start + Int64(round) * 150 + Int64(share * 140)
                    let time = Self.begin + seconds * Self.second + Int64(index % 1000)
                    for event in Self.events(of: phone, at: time, asExtended: index % 4 == 1) {
                        writer.append(event: event, at: time)
                        events += 1
                    }
                }
            }
        }
        let end = Self.begin + 1_700 * Self.second
        for event in Self.broken(plant.phones.suffix(40), at: end) {
            writer.append(event: event, at: end)
            events += 1
        }
        bytes = writer.bytes
        self.events = events
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
