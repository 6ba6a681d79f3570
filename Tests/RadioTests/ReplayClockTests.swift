import Fleet
import Testing

@testable import Radio

@Suite struct ReplayClockTests {
    private let begin = Instant(seconds: 1_597_276_800)

    @Test("it runs at its speed", arguments: [0.01, 0.5, 1, 60, 100_000])
    func speed(speed: Double) {
        let clock = ReplayClock(begin: begin, beginTicks: 5_000_000, speed: speed)
        #expect(clock.now(ticks: 5_000_000) == begin)
        let later = clock.now(ticks: 5_000_000 + 1_000_000)
        #expect(later.microseconds - begin.microseconds == Int64(speed * 1_000_000))
    }

    @Test("the wait is the way to the moment in real time, and none to what is past")
    func wait() {
        let clock = ReplayClock(begin: begin, beginTicks: 0, speed: 60)
        let moment = begin.adding(seconds: 120)
        #expect(clock.wait(for: moment, ticks: 0) == 2_000_000)
        #expect(clock.wait(for: moment, ticks: 1_500_000) == 500_000)
        #expect(clock.wait(for: moment, ticks: 2_000_000) == 0)
        #expect(clock.wait(for: moment, ticks: 9_000_000) == 0)
        #expect(clock.wait(for: Instant(seconds: 0), ticks: 0) == 0)
    }

    @Test("a moment that is not reached has a wait, however fast the clock")
    func shortWait() {
        let clock = ReplayClock(begin: begin, beginTicks: 0, speed: 100_000)
        let moment = Instant(microseconds: begin.microseconds + 1)
        #expect(clock.wait(for: moment, ticks: 0) == 1)
    }

    @Test("no reading and no speed overflows", arguments: [0, .leastNonzeroMagnitude, 1, 1e300])
    func extremes(speed: Double) {
        let clock = ReplayClock(begin: begin, beginTicks: 0, speed: speed)
        let end = Instant.plausible.upperBound
        for ticks in [0, 1, Int64.max] {
            #expect(clock.now(ticks: ticks) <= end)
            #expect(clock.now(ticks: ticks) >= begin)
            #expect(clock.wait(for: end, ticks: ticks) >= 0)
            #expect(clock.wait(for: Instant(microseconds: .max), ticks: ticks) >= 0)
        }
    }

    @Test("skipping goes ahead to a moment and on from there, never back")
    func skip() {
        let clock = ReplayClock(begin: begin, beginTicks: 0, speed: 60)
        let later = begin.adding(seconds: 86_400 * 365)
        clock.skip(to: later, ticks: 1_000_000)
        #expect(clock.now(ticks: 1_000_000) == later)
        #expect(clock.now(ticks: 2_000_000) == later.adding(seconds: 60))
        clock.skip(to: begin, ticks: 2_000_000)
        #expect(clock.now(ticks: 2_000_000) == later.adding(seconds: 60))
    }
}
