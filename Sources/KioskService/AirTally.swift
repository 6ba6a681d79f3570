package import Fleet

/// What is in the air, for people who mount a kiosk: how many reports of which kind and how strong.
///
/// No trace of a sender is kept: nobody can tell from it who was here, or how many.
package struct AirTally: Sendable {
    /// Advertising reports of every kind.
    package private(set) var reports = 0
    package private(set) var kinds: [BeaconClass: Int] = [:]
    /// Reports by signal strength: each level counts what is at least as strong, down to the next.
    package private(set) var levels = Array(repeating: 0, count: AirTally.bounds.count + 1)
    /// Reports whose strength the controller did not measure.
    package private(set) var unmeasured = 0

    /// Lower bounds of the levels in dBm, the strongest first; the last level has none.
    package static let bounds = [-40, -50, -60, -70, -80, -90]
    /// Reports a second of phones' adverts that one radio can hear at best; more packets hear less.
    package static let mostASecond = 490.0

    package init() {}

    /// Counts one report.
    package mutating func hear(_ sighting: Sighting) {
        reports += 1
        kinds[sighting.kind, default: 0] += 1
        let level = Int(sighting.rssi)
        guard level != 127 else {
            unmeasured += 1
            return
        }
        levels[Self.bounds.firstIndex { level >= $0 } ?? Self.bounds.count] += 1
    }

    /// How full the air is for so many radios at a rate: 1 is all that can be heard.
    package static func load(reportsASecond: Double, radios: Int) -> Double {
        reportsASecond / (mostASecond * Double(max(radios, 1)))
    }
}
