import Fleet
import Testing

@testable import Census

/// What the census makes of stretches in which nobody listened.
@Suite struct AbsenceTests {
    /// Ten phones that are heard through the half hour, but not while nobody listens.
    private func half(hourWithout lost: [(from: Double, to: Double)]) -> ScriptedAir {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 0.0, to: 1800, by: 1) {
            for (from, to) in lost {
                // Noticed a minute late, as deafness is.
                if second == min(from + 60, to) { air.census.lose(since: ScriptedAir.moment(from)) }
                if second == to { air.census.resume(at: ScriptedAir.moment(second)) }
            }
            air.advance(second)
            if lost.contains(where: { $0.from <= second && second < $0.to }) { continue }
            for phone in 0..<10 where (Int(second) + phone * 3) % 30 < 15 {
                air.hear(.bluezoneAndroid, UInt64(phone) + (second < 900 ? 1 : 101), at: second)
            }
        }
        air.finish(1800)
        return air
    }

    @Test("a window without anybody who listened is deaf, one with is judged by its part")
    func windows() throws {
        let air = half(hourWithout: [(250, 700)])
        #expect(
            air.windows.map(\.quality) == [.partial, .deaf, .partial, .regular, .regular, .regular]
        )
        #expect(air.quarters.map(\.quality) == [.partial, .regular])
        let figures = try #require(air.quarters[0].figures)
        #expect(abs(figures.androidOccupancy - 10) < 1)
        // Nobody knows who came and went in the seven minutes without anybody who listened.
        #expect((10...13).contains(figures.androidDistinct))
    }

    @Test("a stretch over a quarter's end belongs to both quarters")
    func boundary() throws {
        let air = half(hourWithout: [(700, 1150)])
        #expect(
            air.windows.map(\.quality) == [
                .regular, .regular, .partial, .partial, .regular, .regular,
            ]
        )
        for quarter in air.quarters {
            #expect(quarter.quality == .partial)
            #expect(abs(try #require(quarter.figures).androidOccupancy - 10) < 1)
        }
    }

    @Test("a deafness noticed after a quarter's end is written into that quarter")
    func late() {
        let air = half(hourWithout: [(880, 960)])
        #expect(air.windows.map(\.quality)[2] == .partial)
        #expect(air.windows[2].rule == .pausedMeanwhile)
    }

    @Test("short losses do not add up to more than they were")
    func flapping() throws {
        let lost = stride(from: 100.0, to: 800, by: 100).map { (from: $0, to: $0 + 3) }
        let air = half(hourWithout: lost)
        #expect(abs(try #require(air.quarters[0].figures).androidOccupancy - 10) < 1)
    }

    @Test(
        "a quarter in which nobody ever listened is deaf, and a leap of the clock changes nothing"
    )
    func never() {
        var air = ScriptedAir()
        air.begin(0)
        air.census.lose(since: ScriptedAir.moment(0))
        for second in stride(from: 0.0, to: 800, by: 10) { air.advance(second) }
        // The clock is set back by ten minutes.
        for second in stride(from: 200.0, to: 2000, by: 10) { air.advance(second) }
        air.finish(2000)
        #expect(!air.quarters.isEmpty)
        #expect(air.quarters.allSatisfy { $0.quality == .deaf && $0.figures == nil })
        #expect(air.windows.allSatisfy { $0.quality == .deaf })
    }
}
