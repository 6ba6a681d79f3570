@testable import Air

/// A device on board during a whole span, at a level.
func stay(
    of device: DeviceKind,
    seconds: Int64,
    level: Double = -60,
    habit: Habit = Habit()
) -> Stay {
    let start = Scene.bus.span.lowerBound
    let span = start..<start + seconds * Microseconds.second
    return Stay(
        device: device,
        place: .aboard,
        span: span,
        comes: false,
        leaves: false,
        audible: span,
        level: level,
        habit: habit
    )
}

/// What a receiver hears of one device alone, and what the device is.
func listen(
    to stay: Stay,
    ear: Ear = Ear(reception: 1),
    seed: UInt64 = 7,
    speaker given: Speaker? = nil
) -> (speaker: Speaker, reports: [AirReport]) {
    var dice = Xoshiro(seed: seed)
    let speaker = given ?? Speaker(of: stay, dice: &dice)
    var voice = Voice(of: stay, speaker: speaker, ear: ear, dice: dice)
    var load = AirLoad(ear.collisions)
    return (speaker, voice.speak(until: stay.audible.upperBound, on: &load))
}

/// Reports of one device in bursts with the same address.
func bursts(_ reports: [AirReport]) -> [[AirReport]] {
    var bursts: [[AirReport]] = []
    for report in reports {
        if let last = bursts.last?.last, last.packet.address == report.packet.address {
            bursts[bursts.count - 1].append(report)
        } else {
            bursts.append([report])
        }
    }
    return bursts
}

extension Scene {
    /// The scene for other minutes or another share of packets.
    func changed(minutes: Int64? = nil, reception: Double? = nil) -> Scene {
        var scene = self
        if let minutes { scene.length = minutes * 60 }
        if let reception { scene.ear.reception = reception }
        return scene
    }

    /// Everything the receiver passes on.
    func heard(seed: UInt64) -> [AirReport] {
        var reports: [AirReport] = []
        hear(stays(seed: seed), seed: seed, reports: .legacy) { reports.append($0) }
        return reports
    }
}

extension AirReport {
    /// The id of an Android phone with Bluezone; nil for anything else.
    var androidId: [UInt8]? {
        guard packet.data.suffix(4) == [0x03, 0x03, 0x56, 0x4E] else { return nil }
        return Array(packet.data.suffix(16).prefix(12))
    }
}
