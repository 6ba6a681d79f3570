import Testing

@testable import KioskLogic

@Suite struct AdvertRateTests {
    private func rate(_ perSecond: Int, seconds: Int) -> AdvertRate {
        var rate = AdvertRate()
        for second in 0...seconds { rate.note(second == 0 ? 0 : perSecond, now: Double(second)) }
        return rate
    }

    @Test("a steady rate is learnt at once and held")
    func steady() throws {
        #expect(rate(5, seconds: 5).perMinute == nil)
        for seconds in [10, 60, 600] {
            #expect(abs(try #require(rate(5, seconds: seconds).perMinute) - 300) < 1)
        }
    }

    @Test("after five minutes of less, less is usual")
    func decay() throws {
        var rate = rate(10, seconds: 600)
        for second in 601...900 { rate.note(0, now: Double(second)) }
        let left = try #require(rate.perMinute)
        #expect((150...260).contains(left), "\(left)")
    }

    @Test(
        "silence tells where there is traffic, sooner where there is much",
        arguments: [
            (0, 60, false), (1, 20, true), (10, 20, true),
        ] as [(Int, Double, Bool)]
    )
    func limits(perSecond: Int, seconds: Double, isTelling: Bool) {
        let limit = rate(perSecond, seconds: 100).limit
        #expect(limit.seconds == seconds)
        #expect(limit.isTelling == isTelling)
    }

    @Test("a stretch in which nobody listened is not taken for silence")
    func resumed() throws {
        var rate = rate(10, seconds: 100)
        rate.resume()
        rate.note(10, now: 5000)
        for second in 5001...5010 { rate.note(10, now: Double(second)) }
        #expect(try #require(rate.perMinute) > 590)
    }

    @Test("what was usual can be forgotten")
    func forgotten() {
        var rate = rate(10, seconds: 100)
        rate.forget()
        #expect(rate.perMinute == nil)
    }
}
