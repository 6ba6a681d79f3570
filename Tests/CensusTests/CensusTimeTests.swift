import Fleet
import Testing

@testable import Census

/// What the census does at boundaries and when clocks misbehave.
@Suite struct CensusTimeTests {
    @Test("begin and finish on exact boundaries give whole windows and no more")
    func exact() {
        var air = ScriptedAir()
        air.begin(300)
        for second in stride(from: 300.0, to: 900, by: 5) { air.hear(.other, 1, at: second) }
        air.finish(900)
        #expect(air.windowStarts == [300, 600])
        #expect(air.windows.map(\.quality) == [.regular, .regular])
        #expect(air.quarters.map(\.quality) == [.partial])
        #expect(air.counted == air.heard)
    }

    @Test("a last report exactly on a boundary is counted", arguments: [0.0, 300, 600, 900, 1800])
    func lastOnBoundary(boundary: Double) {
        var air = ScriptedAir()
        air.begin(boundary - 10)
        air.hear(.other, 1, at: boundary - 10)
        air.hear(.other, 1, at: boundary)
        air.finish(boundary)
        #expect(air.counted == 2)
        #expect(air.windows.map(\.quality) == [.partial, .partial])
    }

    @Test(
        "a single report anywhere makes one partial window and one partial quarter",
        arguments: [0.0, 1, 299.9, 300, 899.999]
    )
    func single(second: Double) {
        var air = ScriptedAir()
        air.hear(.bluezoneAndroid, 1, at: second)
        air.finish(second)
        #expect(air.windows.map(\.reports) == [1])
        #expect(air.windows.map(\.quality) == [.partial])
        #expect(air.quarters.map(\.figures?.androidDistinct) == [1])
    }

    @Test("nothing heard in no time gives nothing")
    func nothing() {
        var air = ScriptedAir()
        air.finish(10)
        air.begin(900)
        air.finish(900)
        #expect(air.results.isEmpty)
        air.advance(2000)
        #expect(air.results.isEmpty)
    }

    @Test("a window covered in part says so, and its mean is over the time covered")
    func partial() throws {
        var air = ScriptedAir()
        air.begin(150)
        air.play(Array(repeating: 150...750, count: 10))
        air.finish(750)
        #expect(air.windowStarts == [0, 300, 600])
        #expect(air.windows.map(\.quality) == [.partial, .regular, .partial])
        for window in air.windows {
            #expect(abs(try #require(window.figures).androidOccupancy - 10) < 0.3)
        }
        let quarter = try #require(air.quarters.first)
        #expect(quarter.quality == .partial)
        let figures = try #require(quarter.figures)
        #expect(abs(figures.androidOccupancy - 10) < 0.3)
        #expect(figures.alightings == 0)
    }

    @Test(
        "five seconds missing at an end are forgiven, six are not",
        arguments: [(5.0, Quality.regular), (6, .partial)]
    )
    func tolerance(missing: Double, quality: Quality) {
        var late = ScriptedAir()
        late.begin(missing)
        for second in stride(from: missing, through: 900, by: 3) {
            late.hear(.other, 1, at: second)
        }
        late.finish(900)
        #expect(late.windows.first?.quality == quality)
        #expect(late.quarters.first?.quality == quality)
        var early = ScriptedAir()
        early.begin(0)
        for second in stride(from: 0, through: 900 - missing, by: 3) {
            early.hear(.other, 1, at: second)
        }
        early.finish(900 - missing)
        #expect(early.windows.last?.quality == quality)
        #expect(early.quarters.last?.quality == quality)
    }

    @Test("a small step back is the same moment, a large one begins anew")
    func stepsBack() {
        var small = ScriptedAir()
        small.begin(895)
        for second in [899.0, 901, 899, 897, 902] { small.hear(.other, 1, at: second) }
        small.finish(1000)
        #expect(small.quarterStarts == [0, 900])
        #expect(small.windows.map(\.reports) == [1, 4])
        var large = ScriptedAir()
        large.begin(895)
        for second in [899.0, 901, 890, 902] { large.hear(.other, 1, at: second) }
        large.finish(1000)
        #expect(large.quarterStarts == [0, 900, 0, 900])
        #expect(large.counted == 4)
    }

    @Test("a clock that is set forward or back between reports loses nothing and costs little")
    func clockSet() {
        var air = ScriptedAir()
        air.hear(.other, 1, at: 100)
        // Fifty years, as a board without a battery clock sees them when the network answers.
        air.advance(100 + 50 * 365 * 86_400)
        #expect(air.results.count < 10)
        air.hear(.other, 1, at: 101 + 50 * 365 * 86_400)
        air.advance(500)
        air.hear(.other, 1, at: 501)
        air.finish(502)
        #expect(air.counted == 3)
        #expect(air.results.count < 20)
    }

    @Test("six hours of silence are deaf windows, more begin anew")
    func gaps() {
        var short = ScriptedAir()
        short.hear(.other, 1, at: 100)
        short.hear(.other, 1, at: 100 + 6 * 3600)
        short.finish(200 + 6 * 3600)
        #expect(short.quarters.count == 25)
        var long = ScriptedAir()
        long.hear(.other, 1, at: 100)
        long.hear(.other, 1, at: 101 + 6 * 3600)
        long.finish(200 + 6 * 3600)
        #expect(long.quarterStarts == [0, 6 * 3600])
        #expect(long.counted == 2)
    }

    @Test("to begin again closes what was open")
    func beginTwice() {
        var air = ScriptedAir()
        air.begin(0)
        air.hear(.other, 1, at: 10)
        air.begin(1000)
        air.hear(.other, 1, at: 1001)
        air.finish(1100)
        #expect(air.counted == 2)
        #expect(air.quarterStarts == [0, 900])
    }

    @Test("to finish before the last report does not lose it")
    func finishEarly() {
        var air = ScriptedAir()
        air.begin(0)
        air.hear(.other, 1, at: 650)
        air.finish(100)
        #expect(air.counted == 1)
        #expect(air.windowStarts == [0, 300, 600])
    }

    @Test("windows come out with their quarter, after its grace")
    func order() {
        var air = ScriptedAir()
        air.begin(0)
        for second in stride(from: 0.0, to: 1300, by: 10) {
            air.hear(.other, 1, at: second)
            #expect(air.windows.count == (second >= 1060 ? 3 : 0), "at \(second)")
            #expect(air.quarters.count == (second >= 1060 ? 1 : 0), "at \(second)")
        }
    }

    @Test("before the clock is trusted there are windows and no quarters")
    func untrusted() {
        var air = ScriptedAir()
        air.census.begin(at: ScriptedAir.moment(0), isClockTrusted: false)
        air.play(Array(repeating: 0...1000, count: 10))
        air.finish(1000)
        #expect(air.windows.allSatisfy { $0.quality == .partial })
        #expect(air.windows.first?.rule == .clockNotTrusted)
        #expect(air.windows.count == 4)
        #expect(air.quarters.isEmpty)
        air.begin(2000)
        air.hear(.other, 1, at: 2001)
        air.finish(2010)
        #expect(air.quarters.count == 1)
    }

    @Test("time in which the process was stopped was not listened to")
    func stopped() {
        var air = ScriptedAir()
        air.begin(0)
        air.play(Array(repeating: 0...900, count: 12), stopped: 310...500)
        air.finish(900)
        #expect(air.windows.map(\.rule) == [.nothingUnusual, .pausedMeanwhile, .nothingUnusual])
        #expect(air.quarters.map(\.rule) == [.pausedMeanwhile])
        let means = air.windows.map { $0.figures?.androidOccupancy ?? 0 }
        #expect(means.allSatisfy { abs($0 - 12) < 0.3 }, "\(means)")
    }

    @Test(
        "whatever the clock does, every report is in one window",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func conservation(seed: UInt64) {
        var dice = Dice(state: seed)
        var air = ScriptedAir()
        var now = 0.0
        for _ in 0..<1500 {
            switch Int.random(in: 0..<100, using: &dice) {
            case 0: now -= Double.random(in: 0...4000, using: &dice)
            case 1: now += Double.random(in: 0...30_000, using: &dice)
            case 2: now = (now / 300).rounded(.up) * 300
            case 3: air.advance(now + Double.random(in: -100...400, using: &dice))
            case 4: air.finish(now - Double.random(in: 0...10, using: &dice))
            case 5: air.begin(now)
            default: now += Double.random(in: -2...8, using: &dice)
            }
            let kind = BeaconClass.allCases.randomElement(using: &dice) ?? .other
            air.hear(kind, UInt64.random(in: 0...40, using: &dice), at: now)
        }
        air.finish(now)
        #expect(air.counted == air.heard)
        #expect(air.windows.allSatisfy { ($0.figures == nil) == !$0.quality.hasFigures })
        #expect(air.windows.allSatisfy { ($0.reports == 0) == ($0.quality == .deaf) })
        #expect(air.windows.allSatisfy { $0.span.start == $0.span.start.aligned(to: 300) })
    }
}
