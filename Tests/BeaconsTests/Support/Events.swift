import Fleet

@testable import Beacons

/// An LE event with reports that were built one by one.
func event(subevent: UInt8, claiming: Int? = nil, _ reports: [[UInt8]]) -> [UInt8] {
    let parameters = [subevent, UInt8(claiming ?? reports.count)] + reports.joined()
    return [0x3e, UInt8(parameters.count)] + parameters
}

/// One report of a legacy event.
func legacyReport(_ data: [UInt8], sender: UInt8 = 1, type: UInt8 = 0, rssi: Int8 = -60) -> [UInt8]
{
    [type, 0x01, sender, 0, 0, 0, 0, 0x40, UInt8(data.count)] + data + [UInt8(bitPattern: rssi)]
}

/// One report of an extended event; status 0 complete, 1 more to come, 2 truncated.
func extendedReport(
    _ data: [UInt8],
    sender: UInt8 = 1,
    set: UInt8 = 0,
    status: UInt8 = 0,
    rssi: Int8 = -60
) -> [UInt8] {
    [status << 5, 0, 0x01, sender, 0, 0, 0, 0, 0x40, 1, 1, set, 0x7f, UInt8(bitPattern: rssi)]
        + [UInt8](repeating: 0, count: 9) + [UInt8(data.count)] + data
}

/// What a listener made of a report, with the trace as a digest.
struct Heard: Equatable {
    let kind: BeaconClass
    let digest: UInt64
    let rssi: Int8
}

extension AdvertListener {
    /// Hears one event and gives what it made of its reports.
    mutating func heard(_ event: [UInt8]) -> [Heard] {
        var found: [Heard] = []
        withView(event) { view in
            hear(view, into: &found) { found, sighting in
                let digest = sighting.trace.digest(under: testKey)
                found.append(Heard(kind: sighting.kind, digest: digest, rssi: sighting.rssi))
            }
        }
        return found
    }

    /// Hears one extended report in an event of its own.
    mutating func heard(extended report: [UInt8]) -> Heard? {
        heard(event(subevent: 0x0d, [report])).first
    }
}
