/// A thing that keeps one address and repeats one advert.
struct Gadget {
    /// What it sends; nil for a silent thing.
    let packet: Packet?
    /// How often, in microseconds.
    let interval: Int64

    private var hasSpoken = false

    /// Something from a passenger's bag or wrist, or a beacon of a shop.
    init(gadget dice: inout Xoshiro) {
        let kind = dice.below(5)
        var pdu = Packet.PDU.connectable
        var address = DeviceAddress.Kind.publicAddress
        let data: [UInt8]
        switch kind {
        case 0:
            data = Advert.band
        case 1:
            data = Advert.earphones(model: dice.octets(3))
        case 2:
            (pdu, address) = (.nonConnectable, .randomStatic)
            data = Advert.eddystone(namespace: dice.octets(10), instance: dice.octets(6))
        case 3:
            (pdu, address) = (.nonConnectable, .nonResolvable)
            data = Advert.windows(dice.octets(23))
        default:
            (pdu, address) = (.nonConnectable, .randomStatic)
            data = Advert.iBeacon(uuid: dice.octets(16), major: 1, minor: 2)
        }
        packet = Packet(pdu: pdu, address: DeviceAddress(address, dice: &dice), data: data)
        interval = (500 + dice.below(1500)) * Microseconds.millisecond
    }

    /// An Android phone without Bluezone: one in five sends Google Nearby, the others nothing.
    init(android dice: inout Xoshiro) {
        interval = (400 + dice.below(600)) * Microseconds.millisecond
        guard dice.chance(0.2) else {
            packet = nil
            return
        }
        packet = Packet(
            pdu: .connectable,
            address: DeviceAddress(.resolvable, dice: &dice),
            data: Advert.googleNearby(dice.octets(20))
        )
    }

    /// A sign on the vehicle with an extended advert that needs several reports.
    init(longSign dice: inout Xoshiro) {
        interval = Microseconds.second
        packet = Packet(
            pdu: .extended,
            address: DeviceAddress(.randomStatic, dice: &dice),
            data: Advert.longSign(dice.octets(250))
        )
    }

    /// Version 1 of Bluezone, of April 2020: one id of six letters for ever, once a second.
    init(firstVersion dice: inout Xoshiro) {
        interval = Microseconds.second
        let letters = dice.octets(6).map { UInt8(ascii: "A") + $0 % 26 }
        packet = Packet(
            pdu: .connectable,
            address: DeviceAddress(.resolvable, dice: &dice),
            data: Advert.bluezoneFirstVersion(id: letters)
        )
    }

    /// The one burst of a thing, for as long as it can be heard.
    mutating func next(during audible: Range<Int64>) -> Burst? {
        guard let packet, !hasSpoken else { return nil }
        hasSpoken = true
        return Burst(packet: packet, span: audible, interval: interval)
    }
}
