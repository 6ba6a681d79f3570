import Air
import Fleet

/// A small capture: one advert at each of the given seconds after the begin.
struct TestCapture {
    static let begin = Instant(seconds: 1_597_276_800)

    let bytes: [UInt8]
    /// The event packets in their order.
    let events: [[UInt8]]

    init(seconds: [Double], seed: UInt64 = 1) {
        var writer = BtsnoopWriter(datalink: .uart)
        var dice = Xoshiro(seed: seed)
        var events: [[UInt8]] = []
        for second in seconds {
            let packet = Packet(
                pdu: .nonConnectable,
                address: DeviceAddress(.resolvable, dice: &dice),
                data: Advert.flags(6)
            )
            let time = Self.begin.microseconds + Int64(second * 1_000_000)
            let report = AirReport(time: time, rssi: -60, packet: packet)
            let event = HCIEvent.extendedReports([report])
            writer.append(event: event, at: time)
            events.append(event)
        }
        bytes = writer.bytes
        self.events = events
    }
}
