import Fleet
import Testing

@testable import Census

/// Simple air whose figures can be told without a computer.
@Suite struct CensusTests {
    @Test("phones that stay for a quarter are counted once, with everybody aboard on average")
    func stayers() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: 0...900, count: 12))
        air.finish(900)
        #expect(air.windowStarts == [0, 300, 600])
        #expect(air.quarterStarts == [0])
        for window in air.windows {
            let figures = try #require(window.figures)
            #expect(window.quality == .regular)
            #expect(figures.androidDistinct == 12)
            #expect(figures.androidInterval.contains(12))
            #expect(abs(figures.androidOccupancy - 12) < 0.2)
        }
        let quarter = try #require(air.quarters.first)
        #expect(quarter.quality == .regular)
        #expect(quarter.figures?.androidDistinct == 12)
        #expect(quarter.figures?.alightings == 0)
        #expect(quarter.figures?.boardings == 0)
        #expect(air.counted == air.heard)
    }

    @Test("one phone here from 100 s to 200 s counts a third of a window")
    func oneStay() throws {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 10.0, to: 100, by: 10) { air.advance(second) }
        air.play([100...200])
        for second in stride(from: 200.0, to: 900, by: 10) { air.advance(second) }
        air.finish(900)
        let figures = try #require(air.windows.first?.figures)
        #expect(figures.androidDistinct == 1)
        #expect(abs(figures.androidOccupancy - 100.0 / 300) < 0.03)
        #expect(air.windows.dropFirst().map(\.quality) == [.deaf, .deaf])
        #expect(air.quarters.map(\.rule) == [.windowDeaf])
    }

    @Test("a phone in two quarters is one in each, although its old id is heard late")
    func rotation() {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: 0...1800, count: 30))
        air.finish(1800)
        #expect(air.quarters.map { $0.figures?.androidDistinct } == [30, 30])
        #expect(air.quarters.map { $0.figures?.boardings } == [0, 0])
        #expect(air.quarters.map { $0.figures?.alightings } == [0, 0])
        #expect(air.counted == air.heard)
    }

    @Test("a phone whose clock is a little ahead is not counted in both quarters")
    func clocksAhead() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: 0...2000, count: 30), lead: 4)
        air.finish(2000)
        let distinct = air.quarters.map { $0.figures?.androidDistinct }
        #expect(Array(distinct.prefix(2)) == [30, 30])
        let second = try #require(air.windows.dropFirst(3).first?.figures)
        #expect(second.androidDistinct == 30)
        #expect(abs(second.androidOccupancy - 30) < 0.5)
        #expect(air.counted == air.heard)
    }

    @Test("ids left over from a quarter that was not listened to are no phones of this one")
    func beginAtBoundary() throws {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: -600.0...900, count: 30))
        air.finish(900)
        let first = try #require(air.windows.first?.figures)
        #expect(first.androidDistinct == 30)
        #expect(abs(first.androidOccupancy - 30) < 0.5)
        #expect(air.quarters.map { $0.figures?.androidDistinct } == [30])
        // Too short to tell: everything heard stands.
        var short = ScriptedAir()
        short.begin(0)
        short.hear(.bluezoneAndroid, 1, at: 3)
        short.finish(10)
        #expect(short.quarters.map { $0.figures?.androidDistinct } == [1])
    }

    @Test("an old id heard after its grace is a phone of its own, never a trap")
    func afterGrace() {
        var air = ScriptedAir()
        air.begin(0)
        let before = Array(stride(from: 10.0, to: 890, by: 100))
        let after = Array(stride(from: 1100.0, through: 1700, by: 100))
        let times = before + [899, 901, 1059, 1061] + after
        for time in times { air.hear(.bluezoneAndroid, 5, at: time) }
        air.finish(1800)
        #expect(air.quarters.count == 2)
        #expect(air.quarters.allSatisfy { $0.figures?.androidInterval.contains(1) == true })
        #expect(air.counted == UInt64(times.count))
    }

    @Test("a few reports in a quarter tell nothing, whatever they are of", arguments: [1, 4, 14])
    func tooLittle(reports: Int) {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 0.0, to: 900, by: 10) {
            if (100..<100 + 50 * Double(reports)).contains(second), Int(second) % 50 == 0 {
                air.hear(.other, 1, at: second)
            }
            air.advance(second)
        }
        air.finish(900)
        #expect(air.windows.allSatisfy { $0.quality == .deaf || $0.reports >= 5 })
        #expect(air.quarters.first?.figures == nil || reports == 14)
    }

    @Test("a jam that lets one packet in thousands through never gives a plain number")
    func jam() {
        for share in [0.02, 0.1, 0.5] {
            var dice = Dice(state: 852)
            var air = ScriptedAir()
            air.begin(0)
            for second in 0..<900 {
                air.advance(Double(second))
                if Double.random(in: 0..<1, using: &dice) < share / 10 {
                    let phone = UInt64.random(in: 1...30, using: &dice)
                    air.hear(.bluezoneAndroid, phone, at: Double(second) + 0.5)
                }
            }
            air.finish(900)
            #expect(air.windows.allSatisfy { $0.figures == nil })
            #expect(air.quarters.map(\.figures) == [nil])
        }
    }

    @Test("boardings and alightings balance")
    func balance() {
        var air = ScriptedAir()
        air.begin(0)
        let stay = Array(repeating: 0.0...2700, count: 10)
        let leave = Array(repeating: 0.0...450, count: 4)
        let come = Array(repeating: 1300.0...2700, count: 6)
        air.play(stay + leave + come)
        air.finish(2700)
        #expect(air.quarters.map { $0.figures?.androidDistinct } == [14, 16, 16])
        #expect(air.quarters.map { $0.figures?.boardings } == [0, 6, 0])
        #expect(air.quarters.map { $0.figures?.alightings } == [4, 0, 0])
    }

    @Test("windows and quarters without a report are deaf and have no figures")
    func deaf() {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 0.0, through: 1900, by: 10) {
            if (310...590).contains(second) { air.hear(.other, 1, at: second) }
            air.advance(second)
        }
        air.finish(2000)
        #expect(
            air.windows.map(\.quality).prefix(6) == [.deaf, .regular, .deaf, .deaf, .deaf, .deaf]
        )
        #expect(air.windows.first?.figures == nil)
        #expect(air.windows.dropFirst().first?.figures?.androidDistinct == 0)
        #expect(air.quarters.map(\.quality) == [.partial, .deaf, .deaf])
        #expect(air.quarters.map { $0.figures == nil } == [false, true, true])
        for result in air.windows where result.quality == .deaf { #expect(result.figures == nil) }
    }

    @Test("iPhones are counted apart, by minute, and corrected for new addresses")
    func iphones() throws {
        var air = ScriptedAir()
        air.begin(0)
        for second in 0..<900 {
            for phone in UInt64(1)...8 {
                air.hear(
                    phone % 2 == 0 ? .bluezoneIOSForeground : .bluezoneIOSBackground,
                    phone,
                    at: Double(second)
                )
            }
        }
        air.finish(900)
        for window in air.windows {
            let figures = try #require(window.figures)
            #expect(figures.androidDistinct == 0)
            #expect(abs(figures.iosOccupancy - 8 / (1 + 60.0 / 900)) < 1e-9)
            #expect(figures.otherPhones == 0)
        }
        #expect(air.quarters.first?.figures?.androidDistinct == 0)
    }

    @Test("an iPhone that says two things with one address is in one figure only")
    func oneFigure() {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 0.0, to: 900, by: 5) {
            air.hear(.otherPhone, 1, at: second)
            air.hear(.bluezoneIOSBackground, 1, at: second)
            air.hear(.gaen, 2, at: second)
        }
        air.finish(900)
        #expect(air.windows.map { $0.figures?.otherPhones } == [1, 1, 1])
        #expect(air.quarters.map { $0.figures?.otherPhones } == [1])
    }

    @Test("70,000 ids make a window suspicious and are bounded, and give no number")
    func flood() throws {
        var air = ScriptedAir()
        air.begin(0)
        for sender in UInt64(1)...70_000 {
            air.hear(.bluezoneAndroid, sender, at: 100 + Double(sender) / 1000)
        }
        for second in stride(from: 170.0, to: 900, by: 10) { air.hear(.other, 1, at: second) }
        air.finish(900)
        #expect(air.windows.map(\.rule) == [.tableFull, .nothingUnusual, .nothingUnusual])
        #expect(air.windows.first?.figures == nil)
        #expect(air.windows.first?.atLeast == nil)
        #expect(air.quarters.map(\.rule) == [.windowSuspicious])
        #expect(air.quarters.first?.figures == nil)
        #expect(air.counted == air.heard)
    }

    @Test("300 ids that are heard once among 20 phones are suspicious")
    func madeUp() {
        var air = ScriptedAir()
        air.begin(0)
        for second in UInt64(0)..<300 {
            for phone in UInt64(1)...20 { air.hear(.bluezoneAndroid, phone, at: Double(second)) }
            air.hear(.bluezoneAndroid, 1000 + second, at: Double(second) + 0.5)
        }
        air.finish(300)
        #expect(air.windows.first?.rule == .fleetingIds)
        #expect(air.windows.first?.figures == nil)
    }

    @Test("who is here now survives the change of ids")
    func present() {
        var air = ScriptedAir()
        #expect(air.census.present == nil)
        air.begin(0)
        air.play(Array(repeating: 0...899, count: 20))
        air.advance(899)
        #expect(air.census.present == 20)
        air.advance(901)
        #expect(air.census.present == 20)
        air.advance(940)
        #expect(air.census.present == 0)
        air.finish(950)
        #expect(air.census.present == nil)
    }

    @Test("after a wipe nothing is held, and the next sighting begins anew")
    func wiping() {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: 0...1000, count: 5))
        air.census.wipe()
        #expect(air.census.present == nil)
        #expect(!air.census.isHolding)
        let before = air.heard
        air.hear(.other, 1, at: 1001)
        air.finish(1100)
        #expect(air.windows.last?.reports == air.heard - before)
    }
}
