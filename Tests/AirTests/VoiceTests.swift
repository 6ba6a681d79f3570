import Testing

@testable import Air

@Suite struct VoiceTests {
    /// What is heard of a thing that says the same once a second.
    private static func speaking(
        seconds: Int64,
        level: Double = -60,
        ear: Ear = Ear(reception: 1)
    ) -> [AirReport] {
        let stay = stay(of: .bluezoneFirstVersion, seconds: seconds, level: level)
        return listen(to: stay, ear: ear).reports
    }

    @Test("the share of packets heard is the reception asked for", arguments: [1, 0.5, 0.05])
    func reception(share: Double) {
        let heard = Self.speaking(seconds: 20_000, ear: Ear(reception: share)).count
        #expect(abs(Double(heard) / (20_000 / 1.005) - share) < 0.02)
    }

    @Test("a weak device is heard less, one below the noise never")
    func weak() {
        let strong = Self.speaking(seconds: 3000, level: -60).count
        let weak = Self.speaking(seconds: 3000, level: -91).count
        let lost = Self.speaking(seconds: 3000, level: -120).count
        #expect(strong > weak)
        #expect(weak > 0)
        #expect(lost == 0)
    }

    @Test("levels vary with bodies and fading around the seat's own")
    func levels() {
        let levels = Self.speaking(seconds: 20_000).map { Int($0.rssi) }
        let mean = Double(levels.reduce(0, +)) / Double(levels.count)
        #expect(abs(mean + 64.5) < 1.5)
        #expect(Set(levels).count > 15)
        #expect(levels.allSatisfy { (-80...(-49)).contains($0) })
    }

    @Test("only an active scanner gets answers, each after its advert and from its address")
    func answers() throws {
        let phone = stay(of: .bluezoneiPhone, seconds: 100)
        func reports(_ seed: UInt64, activeScan: Bool) -> [AirReport] {
            let ear = Ear(reception: 1, activeScan: activeScan)
            return listen(to: phone, ear: ear, seed: seed).reports
        }
        let answering = try #require(
            (1...20).first { seed in
                reports(seed, activeScan: true).contains { $0.packet.pdu == .scanResponse }
            }
        )
        let active = reports(answering, activeScan: true)
        for (advert, answer) in zip(active, active.dropFirst())
        where answer.packet.pdu == .scanResponse {
            #expect(advert.packet.pdu == .connectable)
            #expect(advert.packet.address == answer.packet.address)
            #expect(answer.time == advert.time + 400)
        }
        #expect(active.count { $0.packet.pdu == .scanResponse } > 300)
        let passive = reports(answering, activeScan: false)
        #expect(!passive.isEmpty)
        #expect(passive.allSatisfy { $0.packet.pdu == .connectable })
    }

    @Test("speaking in small steps gives what speaking at once gives")
    func steps() {
        for kind in DeviceKind.allCases {
            let stay = stay(of: kind, seconds: 2000)
            var dice = Xoshiro(seed: 7)
            let speaker = Speaker(of: stay, dice: &dice)
            var voice = Voice(of: stay, speaker: speaker, ear: Ear(reception: 1), dice: dice)
            var load = AirLoad(nil)
            var reports: [AirReport] = []
            for second in 1...2000 {
                let end = stay.span.lowerBound + Int64(second) * Microseconds.second
                reports += voice.speak(until: end, on: &load)
            }
            let same = reports == listen(to: stay).reports
            #expect(same, "\(kind)")
            #expect(voice.isOver)
        }
    }
}
