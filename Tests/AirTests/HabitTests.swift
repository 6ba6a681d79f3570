import Testing

@testable import Air

@Suite struct HabitTests {
    private static let second = Microseconds.second
    private static let boundary = Scene.bus.span.lowerBound

    /// The bursts of one phone in two hours that it began and ended within range.
    private static func bursts(of habit: Habit, seed: UInt64) -> [[AirReport]] {
        let phone = stay(of: .bluezoneAndroid, seconds: 7200, habit: habit)
        let reports = listen(to: phone, seed: seed).reports
        return Array(AirTests.bursts(reports).dropFirst().dropLast())
    }

    private static func lengths(_ bursts: [[AirReport]]) -> [Double] {
        bursts.compactMap { burst in
            guard let first = burst.first, let last = burst.last else { return nil }
            return Double(last.time - first.time) / 1e6
        }
    }

    private static func gaps(_ bursts: [[AirReport]]) -> [Double] {
        zip(bursts, bursts.dropFirst()).compactMap { burst, next in
            guard let last = burst.last, let first = next.first else { return nil }
            return Double(first.time - last.time) / 1e6
        }
    }

    @Test("with the app open a phone is on for 150 s and off for 5 s", arguments: 1...3)
    func open(seed: UInt64) {
        let bursts = Self.bursts(of: Habit(rhythm: .open), seed: seed)
        #expect(bursts.count > 40)
        #expect(Self.lengths(bursts).allSatisfy { $0 > 149.7 && $0 < 150 })
        #expect(Self.gaps(bursts).allSatisfy { $0 > 5 && $0 < 5.5 })
    }

    @Test("in doze a phone is on or off for 2 to 9 minutes, with one id in each burst")
    func doze() {
        let all = (UInt64(1)...8).map { Self.bursts(of: Habit(rhythm: .doze), seed: $0) }
        let lengths = all.flatMap(Self.lengths)
        let gaps = all.flatMap(Self.gaps)
        #expect(lengths.allSatisfy { $0 > 119 && $0 < 541 })
        #expect(gaps.allSatisfy { $0 > 119 && $0 < 541 })
        #expect((lengths.max() ?? 0) > 400 && (gaps.max() ?? 0) > 400)
        for burst in all.joined() { #expect(Set(burst.map(\.androidId)).count == 1) }
    }

    @Test("a dozing phone keeps its old id for minutes after the quarter hour")
    func oldId() {
        let latest = (UInt64(1)...8).flatMap { Self.bursts(of: Habit(rhythm: .doze), seed: $0) }
            .compactMap { burst -> Int64? in
                guard let first = burst.first, let last = burst.last else { return nil }
                let quarter = first.time / Microseconds.quarter
                return last.time - (quarter + 1) * Microseconds.quarter
            }
        #expect((latest.max() ?? 0) > 2 * Microseconds.minute)
    }

    @Test(
        "ids change at the multiples of their life and never before",
        arguments: [(Int64(96), Int64(900)), (144, 600)]
    )
    func lives(idsADay: Int64, seconds: Int64) {
        let habit = Habit(idsADay: idsADay)
        #expect(habit.idLife == seconds * Self.second)
        for seed in UInt64(1)...6 {
            var epochs: [[UInt8]: Set<Int64>] = [:]
            for burst in Self.bursts(of: habit, seed: seed) {
                // The burst began at most one interval before its first advert.
                let began = burst[0].time - 110_000
                guard began / habit.idLife == burst[0].time / habit.idLife else { continue }
                if let id = burst[0].androidId {
                    epochs[id, default: []].insert(began / habit.idLife)
                }
            }
            #expect(epochs.values.allSatisfy { $0.count == 1 })
            #expect((7200 / seconds...7200 / seconds + 1).contains(Int64(epochs.count)))
        }
    }

    @Test("shares of phones get the habits, and nobody else does")
    func shares() {
        let habits = Habits(open: 0.3, dozing: 0.2, tenMinuteIds: 0.1, weak: 0.5)
        var stays = [Stay](repeating: stay(of: .bluezoneAndroid, seconds: 60), count: 10_000)
        stays += [Stay](repeating: stay(of: .iPhone, seconds: 60), count: 100)
        var dice = Xoshiro(seed: 1)
        habits.assign(to: &stays, dice: &dice)
        func share(_ test: (Stay) -> Bool) -> Double { Double(stays.count(where: test)) / 10_000 }
        #expect(abs(share { $0.habit.rhythm == .open } - 0.3) < 0.02)
        #expect(abs(share { $0.habit.rhythm == .doze } - 0.2) < 0.02)
        #expect(abs(share { $0.habit.idsADay == 144 } - 0.1) < 0.01)
        #expect(abs(share { $0.level < -90 } - 0.5) < 0.02)
        for other in stays.suffix(100) { #expect(other.habit == Habit() && other.level == -60) }
    }

    @Test("a weak phone in the mixed scene gives 0.02 to 0.5 reports a second while it is on")
    func weak() {
        for level in [Habits.weakLevels.lowerBound, Habits.weakLevels.upperBound] {
            let stay = stay(of: .bluezoneAndroid, seconds: 40_000, level: level)
            let ear = Ear(reception: Scene.mixed.ear.reception)
            let rate = Double(listen(to: stay, ear: ear).reports.count) / 20_000
            #expect((0.018...0.5).contains(rate))
        }
    }
}
