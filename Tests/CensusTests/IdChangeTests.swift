import Fleet
import Testing

@testable import Census

/// What happens around the moments at which ids change.
@Suite struct IdChangeTests {
    private static func stay(_ range: ClosedRange<Double>, _ count: Int) -> [ClosedRange<Double>] {
        Array(repeating: range, count: count)
    }

    @Test(
        "a kiosk whose clock is behind by up to 20 s counts right",
        arguments: [0, 2, 4, 8, 12, 20] as [Double]
    )
    func clockBehind(seconds: Double) {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Self.stay(0...2800, 30), lead: seconds)
        air.finish(2800)
        let distinct = air.quarters.prefix(3).map { $0.figures?.androidDistinct }
        #expect(distinct == [30, 30, 30])
    }

    @Test("a clock that is wrong by 40 s and more is noticed", arguments: [-60, -40, 40, 60, 400])
    func clockWrong(seconds: Double) {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Self.stay(0...2700, 30), lead: seconds)
        air.finish(2700)
        #expect(air.quarters.map(\.rule).contains(.clockContradicted))
        #expect(
            air.quarters.filter { $0.rule == .clockContradicted }.allSatisfy { $0.figures == nil }
        )
    }

    @Test("people who change places at ten past are no phones with ids of ten minutes")
    func stopAtTen() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Self.stay(0...2700, 20) + Self.stay(0...2405, 10) + Self.stay(2405...2700, 10))
        air.finish(2700)
        let quarter = try #require(air.quarters.last?.figures)
        #expect(abs(quarter.androidDistinct - 40) <= 1)
        #expect(quarter.androidInterval.contains(40))
    }

    @Test("a group that leaves right after ids changed is not forgotten")
    func groupLeaves() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Self.stay(0...1800, 40) + Self.stay(0...905, 20))
        air.finish(1800)
        let quarter = try #require(air.quarters.last?.figures)
        #expect(abs(quarter.androidDistinct - 60) <= 6)
        #expect(quarter.androidInterval.contains(60))
    }

    @Test("a group that leaves before ids change is not counted after it")
    func groupLeft() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Self.stay(0...1800, 40) + Self.stay(0...880, 20))
        air.finish(1800)
        let quarter = try #require(air.quarters.last?.figures)
        #expect(quarter.androidDistinct == 40)
    }

    @Test("air in which each id is heard once gives no number")
    func hardlyHeard() throws {
        var air = ScriptedAir()
        air.begin(0)
        for phone in UInt64(0)..<20 {
            air.hear(.bluezoneAndroid, phone, at: 20 + Double(phone) * 12)
        }
        air.finish(300)
        let window = try #require(air.windows.first)
        #expect(window.rule == .hardlyHeard)
        #expect(window.quality == .saturated)
        #expect(window.figures == nil)
        #expect(window.atLeast == 19)
    }
}
