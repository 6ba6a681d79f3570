import Testing

@testable import Air

/// A device on board during a whole span, at a level, heard with a reception.
func voice(
    of device: DeviceKind,
    seconds: Int64,
    level: Double = -60,
    reception: Double = 1,
    activeScan: Bool = true,
    seed: UInt64 = 7
) -> Voice {
    let start = Scene.bus.span.lowerBound
    let span = start..<start + seconds * Microseconds.second
    let stay = Stay(
        device: device,
        place: .aboard,
        span: span,
        comes: false,
        leaves: false,
        audible: span,
        level: level
    )
    let ear = Ear(reception: reception, activeScan: activeScan)
    return Voice(of: stay, ear: ear, dice: Xoshiro(seed: seed))
}

@Suite struct VoiceTests {
    private static func speaking(_ voice: Voice, answer: [UInt8]? = nil) -> [AirReport] {
        var voice = voice
        let address = DeviceAddress(.resolvable, dice: &voice.dice)
        let packet = Packet(pdu: .connectable, address: address, data: Advert.band)
        voice.advertise(packet, answer: answer, over: voice.stay.span, every: 100_000)
        return voice.reports
    }

    @Test("the share of packets heard is the reception asked for", arguments: [1, 0.5, 0.05])
    func reception(share: Double) {
        let heard = Self.speaking(voice(of: .gadget, seconds: 2000, reception: share)).count
        #expect(abs(Double(heard) / (2000 / 0.105) - share) < 0.02)
    }

    @Test("a weak device is heard less, one below the noise never")
    func weak() {
        let strong = Self.speaking(voice(of: .gadget, seconds: 300, level: -60)).count
        let weak = Self.speaking(voice(of: .gadget, seconds: 300, level: -91)).count
        let lost = Self.speaking(voice(of: .gadget, seconds: 300, level: -120)).count
        #expect(strong > weak)
        #expect(weak > 0)
        #expect(lost == 0)
    }

    @Test("levels vary with bodies and fading around the seat's own")
    func levels() {
        let levels = Self.speaking(voice(of: .gadget, seconds: 2000)).map { Int($0.rssi) }
        let mean = Double(levels.reduce(0, +)) / Double(levels.count)
        #expect(abs(mean + 64.5) < 1.5)
        #expect(Set(levels).count > 15)
        #expect(levels.allSatisfy { (-80...(-49)).contains($0) })
    }

    @Test("only an active scanner gets the answer, with the advert's address")
    func answers() {
        let name = Advert.bluezoneName
        let active = Self.speaking(voice(of: .bluezoneiPhone, seconds: 100), answer: name)
        let passive = Self.speaking(
            voice(of: .bluezoneiPhone, seconds: 100, activeScan: false),
            answer: name
        )
        let answers = active.filter { $0.packet.pdu == .scanResponse }
        #expect(answers.count > 700)
        #expect(Set(active.map(\.packet.address.octets)).count == 1)
        #expect(passive.allSatisfy { $0.packet.pdu == .connectable })
    }
}
