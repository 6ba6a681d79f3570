import Air

/// Phones that exist nowhere, whose addresses and ids are known and so can be looked for.
struct Plant {
    /// One phone: what it sends, and the values in it.
    struct Phone {
        let packet: Packet
        /// The Bluezone id, nil for phones that have none.
        let id: [UInt8]?
    }

    let phones: [Phone]

    /// Draws phones: six in ten have Bluezone ids, the others are counted by their addresses.
    init(count: Int, dice: inout Xoshiro) {
        phones = (0..<count).map { Self.phone($0, dice: &dice) }
    }

    /// How many have Bluezone ids.
    var ids: Int { phones.count { $0.id != nil } }

    /// Every value that must not be found anywhere: addresses and ids.
    var values: [[UInt8]] {
        phones.map(\.packet.address.octets) + phones.compactMap(\.id)
    }

    private static func phone(_ number: Int, dice: inout Xoshiro) -> Phone {
        let address = DeviceAddress(.resolvable, dice: &dice)
        let pdu: Packet.PDU
        var id: [UInt8]?
        let data: [UInt8]
        switch number % 10 {
        case 0...5:
            let own = dice.octets(12)
            id = own
            // Some send it in adverts so long that a controller hands them over in fragments.
            let isLong = number % 30 == 5
            pdu = isLong ? .extended : .connectable
            data =
                Advert.bluezoneAndroid(id: own, flags: 0x02)
                + (isLong ? Advert.manufacturer(0xffff, dice.octets(240)) : [])
        case 6, 7:
            pdu = .connectable
            data = Advert.bluezoneOpenWithPower
        default:
            pdu = .connectable
            data = Advert.nearbyInfo([0x01, 0x18, 0x5a, 0x6b, 0x7c])
        }
        return Phone(packet: Packet(pdu: pdu, address: address, data: data), id: id)
    }
}
