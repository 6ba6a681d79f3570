/// Bluezone in the background of an Android phone: 15 s of adverts, 15 s of silence.
///
/// Every burst has a new address, and the id of the quarter hour in which the burst began.
/// Source: facts of August 2020, sections 1.2 to 1.6 of the over-the-air notes.
struct BluezoneAndroid {
    /// The flags octet of this phone's stack; nil when it sends none.
    let flags: UInt8?
    /// How much longer than 30 s a cycle of this phone is, in microseconds.
    let drift: Int64

    private let key: UInt64

    /// A phone of its own make.
    init(dice: inout Xoshiro) {
        // Two thirds are Android 8 and later; the rest are older stacks.
        let makes: [UInt8?] = [0x02, 0x02, 0x02, 0x02, 0x02, 0x02, 0x06, 0x1A, 0x1E, nil]
        flags = makes[Int(dice.below(Int64(makes.count)))]
        drift = dice.below(120 * Microseconds.millisecond)
        key = dice.next()
    }

    /// Speaks while the device can be heard.
    func speak(into voice: inout Voice) {
        let audible = voice.stay.audible
        var start = audible.lowerBound - voice.dice.below(Self.cycle)
        while start < audible.upperBound {
            let packet = Packet(
                pdu: .connectable,
                address: DeviceAddress(.resolvable, dice: &voice.dice),
                data: Advert.bluezoneAndroid(id: id(at: start), flags: flags)
            )
            let late = voice.dice.below(30 * Microseconds.millisecond)
            voice.advertise(packet, over: start..<start + Self.burst, every: Self.interval)
            start += Self.cycle + drift + late
        }
    }

    /// The 12 octets that a burst beginning at a time carries.
    func id(at time: Int64) -> [UInt8] {
        var dice = Xoshiro(seed: key, stream: UInt64(bitPattern: time / Microseconds.quarter))
        return dice.octets(12)
    }

    private static let burst = 15 * Microseconds.second
    private static let cycle = 30 * Microseconds.second
    private static let interval = 100 * Microseconds.millisecond
}
