/// One device's way from its transmitter through bodies and air into the capture.
struct Voice {
    /// The device's own dice, so that no device's luck depends on another's.
    var dice: Xoshiro
    /// Where the device is, and when.
    let stay: Stay
    /// What has been heard of it, in order of time.
    private(set) var reports: [AirReport] = []

    private let ear: Ear
    private var bodyLoss = 0.0
    private var bodyLossEnds = Int64.min

    /// A device that has said nothing yet.
    init(of stay: Stay, ear: Ear, dice: Xoshiro) {
        self.stay = stay
        self.ear = ear
        self.dice = dice
    }

    /// Advertises at an interval plus 0 to 10 ms while the device can be heard.
    ///
    /// An answer is the data of the scan response that an active scanner gets.
    mutating func advertise(
        _ packet: Packet,
        answer: [UInt8]? = nil,
        over range: Range<Int64>,
        every interval: Int64
    ) {
        let span = range.clamped(to: stay.audible)
        var time = span.lowerBound + dice.below(interval)
        while time < span.upperBound {
            if send(packet, at: time), let answer, ear.activeScan, dice.chance(ear.answered) {
                let reply = Packet(pdu: .scanResponse, address: packet.address, data: answer)
                hear(reply, at: time + 400, level: level(at: time))
            }
            time += interval + dice.below(10 * Microseconds.millisecond + 1)
        }
    }

    /// Sends one packet; true when the receiver heard it.
    private mutating func send(_ packet: Packet, at time: Int64) -> Bool {
        guard dice.chance(ear.reception) else { return false }
        let level = level(at: time)
        guard dice.chance(ear.success(at: level)) else { return false }
        hear(packet, at: time, level: level)
        return true
    }

    private mutating func hear(_ packet: Packet, at time: Int64, level: Double) {
        // Whole dBm, rounded; `rounded()` would need the C library.
        let rssi = Int8(min(max(level, -100), -20) - 0.5)
        reports.append(AirReport(time: time, rssi: rssi, packet: packet))
    }

    /// The level of one packet in dBm: the seat's, less bodies and doors, with fading of 3 dB.
    private mutating func level(at time: Int64) -> Double {
        if time >= bodyLossEnds {
            // People move: the body between phone and kiosk changes every 20 to 60 s.
            bodyLoss = dice.between(0, 9)
            bodyLossEnds = time + 20 * Microseconds.second + dice.below(40 * Microseconds.second)
        }
        let outside = stay.place == .aboard && !stay.span.contains(time) ? 12.0 : 0
        return stay.level - bodyLoss - outside + 3 * dice.bell()
    }
}
