/// One device's way from its transmitter through bodies and air into the receiver.
struct Voice {
    /// Where the device is, and when.
    let stay: Stay
    /// Whether the device has said everything it had to say.
    private(set) var isOver = false

    /// The device's own dice, so that no device's luck depends on another's.
    private var dice: Xoshiro
    private let ear: Ear
    private var speaker: Speaker
    private var burst: Burst?
    private var sendsAt = Int64.min
    private var bodyLoss = 0.0
    private var bodyLossEnds = Int64.min
    private var reports: [AirReport] = []

    /// A device that has said nothing yet; the dice are those its transmitter was made with.
    init(of stay: Stay, speaker: Speaker, ear: Ear, dice: Xoshiro) {
        self.stay = stay
        self.speaker = speaker
        self.ear = ear
        self.dice = dice
    }

    /// Speaks on until a time; gives what was heard of it, in order of time.
    ///
    /// A scan response may be heard just after that time.
    mutating func speak(until end: Int64, on load: inout AirLoad) -> [AirReport] {
        reports.removeAll(keepingCapacity: true)
        while !isOver {
            guard let burst = burst ?? begin() else {
                isOver = true
                break
            }
            let last = min(burst.span.upperBound, end)
            while sendsAt < last {
                send(burst, at: sendsAt, on: &load)
                sendsAt += burst.interval + dice.below(10 * Microseconds.millisecond + 1)
            }
            guard sendsAt >= burst.span.upperBound else { break }
            self.burst = nil
        }
        return reports
    }

    /// Begins the next burst, at any moment of its first interval.
    private mutating func begin() -> Burst? {
        guard let next = speaker.next(during: stay.audible, dice: &dice) else { return nil }
        let span = next.span.clamped(to: stay.audible)
        sendsAt = span.lowerBound + dice.below(next.interval)
        let begun = Burst(
            packet: next.packet,
            answer: next.answer,
            span: span,
            interval: next.interval
        )
        burst = begun
        return begun
    }

    /// Sends one packet, and its answer when the packet was heard by an active scanner.
    private mutating func send(_ burst: Burst, at time: Int64, on load: inout AirLoad) {
        let octets = burst.packet.data.count
        load.add(octets: octets, level: stay.level)
        guard dice.chance(ear.reception) else { return }
        let level = level(at: time)
        let clear = load.survival(octets: octets, level: level)
        guard dice.chance(ear.success(at: level) * clear) else { return }
        hear(burst.packet, at: time, level: level)
        guard let answer = burst.answer, ear.activeScan, dice.chance(ear.answered * clear)
        else { return }
        let reply = Packet(pdu: .scanResponse, address: burst.packet.address, data: answer)
        hear(reply, at: time + 400, level: self.level(at: time))
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
