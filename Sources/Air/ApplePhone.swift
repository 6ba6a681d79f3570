/// An iPhone: an address for about 15 minutes, and what its apps let it say.
///
/// With Bluezone it is mostly in the background and sometimes open on the screen. Source:
/// sections 2.1 to 2.4 of the over-the-air notes.
struct ApplePhone {
    /// What the phone sends while nothing is open on its screen.
    enum Background: Sendable, Equatable {
        /// Nearby Info alone, at this interval in microseconds.
        case nearby(every: Int64)
        /// Overflow area in the advert itself; the facts call it layout 1.
        case overflow(bits: [Int], withPower: Bool)
        /// Nearby Info in the advert, overflow area in the scan response: layout 2.
        case overflowInResponse(bits: [Int])
    }

    let background: Background
    /// The advert and scan response while Bluezone is on the screen; nil without Bluezone.
    let open: (advert: [UInt8], answer: [UInt8]?)?

    private var state: State?

    /// An iPhone with Bluezone.
    init(withBluezone dice: inout Xoshiro) {
        let bits = [Advert.bluezoneOverflowBit]
        background =
            dice.chance(0.4)
            ? .overflow(bits: bits, withPower: dice.chance(0.5))
            : .overflowInResponse(bits: bits)
        open =
            dice.chance(0.5)
            ? (Advert.bluezoneOpenWithName, nil)
            : (Advert.bluezoneOpenWithPower, Advert.bluezoneName)
    }

    /// An iPhone without Bluezone; one in eight has another app with a background service.
    init(withoutBluezone dice: inout Xoshiro) {
        let otherApps = [78, 85]
        background =
            dice.chance(0.125)
            ? .overflowInResponse(bits: [otherApps[Int(dice.below(2))]])
            : .nearby(every: (300 + dice.below(900)) * Microseconds.millisecond)
        open = nil
    }

    /// The next stretch with the same address and the same app on the screen.
    mutating func next(during audible: Range<Int64>, dice: inout Xoshiro) -> Burst? {
        var state = state ?? State(at: audible.lowerBound, dice: &dice)
        guard state.now < audible.upperBound else { return nil }
        state.turn(&dice)
        let next = min(state.addressEnds, state.modeEnds, audible.upperBound)
        let burst = burst(in: state, over: state.now..<next)
        state.now = next
        self.state = state
        return burst
    }

    private func burst(in state: State, over span: Range<Int64>) -> Burst {
        var answer: [UInt8]?
        var interval = 200 * Microseconds.millisecond
        let data: [UInt8]
        if state.isOpen, let open {
            (data, answer) = open
        } else {
            switch background {
            case .nearby(let every):
                data = Advert.nearbyInfo(state.nearby)
                interval = every
            case .overflow(let bits, let withPower):
                data = Advert.backgroundiPhone(bits: bits, withPower: withPower)
            case .overflowInResponse(let bits):
                data = Advert.nearbyInfo(state.nearby)
                answer = Advert.overflow(bits: bits)
            }
        }
        let packet = Packet(pdu: .connectable, address: state.address, data: data)
        return Burst(packet: packet, answer: answer, span: span, interval: interval)
    }
}

extension ApplePhone {
    /// What changes on the phone from time to time.
    private struct State {
        var now: Int64
        var addressEnds: Int64
        var address: DeviceAddress
        var nearby: [UInt8]
        var isOpen = false
        var modeEnds: Int64

        init(at time: Int64, dice: inout Xoshiro) {
            now = time
            addressEnds = time + dice.below(Microseconds.quarter)
            address = DeviceAddress(.resolvable, dice: &dice)
            nearby = Self.nearbyPayload(&dice)
            modeEnds = time + Self.backgroundTime(&dice)
        }

        /// Takes a new address and opens or closes the app when the time has come.
        mutating func turn(_ dice: inout Xoshiro) {
            if now >= addressEnds {
                address = DeviceAddress(.resolvable, dice: &dice)
                nearby = Self.nearbyPayload(&dice)
                addressEnds += Self.addressTime(&dice)
            }
            if now >= modeEnds {
                isOpen.toggle()
                modeEnds += isOpen ? Self.openTime(&dice) : Self.backgroundTime(&dice)
            }
        }

        private static func nearbyPayload(_ dice: inout Xoshiro) -> [UInt8] {
            [0x07, 0x1E] + dice.octets(4)
        }

        /// About 15 minutes.
        private static func addressTime(_ dice: inout Xoshiro) -> Int64 {
            Microseconds.quarter - 20 * Microseconds.second + dice.below(40 * Microseconds.second)
        }

        /// 20 to 60 s with the app on the screen.
        private static func openTime(_ dice: inout Xoshiro) -> Int64 {
            20 * Microseconds.second + dice.below(40 * Microseconds.second)
        }

        /// 3 to 20 minutes in the pocket.
        private static func backgroundTime(_ dice: inout Xoshiro) -> Int64 {
            3 * Microseconds.minute + dice.below(17 * Microseconds.minute)
        }
    }
}
