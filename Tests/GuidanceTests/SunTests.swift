import Fleet
import Guidance
import Testing

@Suite struct SunTests {
    /// The second of the local day, from 00:00, in which the sun comes up or goes down.
    private func change(midnight: Int64, toUp: Bool) throws -> Int {
        var isUp = Sun.longXuyen.isUp(at: Instant(seconds: midnight))
        for second in stride(from: 0, to: 86_400, by: 10) {
            let now = Sun.longXuyen.isUp(at: Instant(seconds: midnight + Int64(second)))
            if now != isUp, now == toUp { return second }
            isUp = now
        }
        return try #require(nil as Int?, "the sun never changed")
    }

    @Test(
        "sunrise and sunset of Long Xuyên are those of NOAA's solar calculator, to half a minute",
        arguments: [
            // Midnight UTC+7 of the day, sunrise, sunset, in hours, minutes and seconds.
            (1_597_251_600, [5, 48, 41], [18, 17, 22]),  // 13/8/2020
            (1_608_483_600, [6, 10, 50], [17, 42, 1]),  // 21/12/2020
            (1_592_672_400, [5, 38, 6], [18, 22, 5]),  // 21/6/2020
            (1_584_637_200, [6, 2, 23], [18, 9, 2]),  // 20/3/2020
        ] as [(Int64, [Int], [Int])]
    )
    func riseAndSet(midnight: Int64, rise: [Int], set: [Int]) throws {
        for (expected, toUp) in [(rise, true), (set, false)] {
            let second = try change(midnight: midnight, toUp: toUp)
            let wanted = expected[0] * 3600 + expected[1] * 60 + expected[2]
            #expect(abs(second - wanted) <= 30, "\(second - wanted) s")
        }
    }

    @Test("the colours follow the sun")
    func palette() {
        let noon = Instant(seconds: 1_597_251_600 + 12 * 3600)
        #expect(Sun.longXuyen.palette(at: noon) == .day)
        #expect(Sun.longXuyen.palette(at: noon.adding(seconds: 12 * 3600)) == .night)
    }

    @Test("places that are nowhere are refused, poles have their long day")
    func places() throws {
        #expect(Sun(latitude: 91, longitude: 0) == nil)
        #expect(Sun(latitude: .nan, longitude: 0) == nil)
        #expect(Sun(latitude: 0, longitude: 181) == nil)
        let pole = try #require(Sun(latitude: 90, longitude: 0))
        let june = Instant(seconds: 1_592_672_400)
        for hour in 0..<24 { #expect(pole.isUp(at: june.adding(seconds: Int64(hour) * 3600))) }
    }
}
