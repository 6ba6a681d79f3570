/// How full the channels are: every packet of the second before, by level and airtime.
///
/// A channel carries one packet of each advertising event, so the packets a second on the channel
/// that the receiver listens to are the events a second of all devices. A packet is lost when
/// another one begins while it is on air or is on air when it begins (unslotted ALOHA).
struct AirLoad {
    private let collisions: Collisions?
    /// What is being sent in this second, one entry for each dBm from 0 downwards.
    private var sent = [Traffic](repeating: Traffic(), count: Self.levels)
    /// What was sent in the second before, at these levels or louder.
    private var louder = [Traffic](repeating: Traffic(), count: Self.levels)

    /// Empty channels.
    init(_ collisions: Collisions?) {
        self.collisions = collisions
    }

    /// Notes a packet, heard or not.
    mutating func add(octets: Int, level: Double) {
        guard collisions != nil else { return }
        let index = Self.index(level)
        sent[index].packets += 1
        sent[index].airtime += Self.airtime(octets: octets)
    }

    /// Goes on to the next second.
    mutating func turn() {
        guard collisions != nil else { return }
        var sum = Traffic()
        for index in sent.indices {
            sum.packets += sent[index].packets
            sum.airtime += sent[index].airtime
            louder[index] = sum
            sent[index] = Traffic()
        }
    }

    /// The probability that a packet of a level gets through: 1 without collisions.
    func survival(octets: Int, level: Double) -> Double {
        guard let collisions else { return 1 }
        let harmful = collisions.captureMargin.map { Self.index(level - $0) } ?? Self.levels - 1
        let rival = louder[harmful]
        return Elementary.fading(rival.airtime + rival.packets * Self.airtime(octets: octets))
    }

    /// Seconds on air of an advert on the 1M PHY: preamble, access address, header, address, CRC.
    static func airtime(octets: Int) -> Double {
        Double(16 + octets) * 8 / 1e6
    }

    private struct Traffic {
        /// Packets a second.
        var packets = 0.0
        /// Seconds on air in a second.
        var airtime = 0.0
    }

    private static let levels = 128

    private static func index(_ level: Double) -> Int {
        Int(min(max(-level, 0), Double(levels - 1)))
    }
}
