import Fleet
import KioskLogic
import Testing

@Suite struct PanelLogicTests {
    /// 13 August 2020, 18:00 in Vietnam.
    private static let evening = Instant(seconds: 1_597_316_400)

    private func wish(
        _ logic: inout PanelLogic,
        after seconds: Double,
        isNight: Bool,
        isInUse: Bool = true
    ) -> PanelLogic.Wish {
        logic.wish(
            PanelLogic.Circumstances(
                moment: Self.evening.adding(seconds: Int64(seconds)),
                seconds: 500 + seconds,
                isNight: isNight,
                isInUse: isInUse
            )
        )
    }

    @Test("by day it is full and by night 15 %, at once when it begins")
    func levels() {
        for (isNight, level) in [(false, 1.0), (true, 0.15)] {
            var logic = PanelLogic(rules: PanelLogic.Rules())
            let wish = wish(&logic, after: 0, isNight: isNight)
            #expect(wish == PanelLogic.Wish(isOn: true, level: level, again: 60))
        }
    }

    @Test("from day to night it takes 30 s, in steps of a second that only go down")
    func ramp() {
        var logic = PanelLogic(rules: PanelLogic.Rules(nightLevel: 0.1, rampSeconds: 3))
        _ = wish(&logic, after: 0, isNight: false)
        var levels: [Double] = []
        for second in 100...140 {
            let wish = wish(&logic, after: Double(second), isNight: true)
            #expect(wish.again == (second < 130 ? 1 : 60))
            levels.append(wish.level)
        }
        #expect(levels[0] == 1)
        #expect(abs(levels[15] - 0.55) < 0.001)
        #expect(levels[29] > 0.1 && levels[30] == 0.1 && levels[40] == 0.1)
        let steps = zip(levels, levels.dropFirst()).map { $0 - $1 }
        #expect(steps.allSatisfy { $0 >= 0 && $0 <= 0.9 / 30 + 0.001 })
    }

    @Test("a change of mind goes on from where it is")
    func turnBack() {
        var logic = PanelLogic(rules: PanelLogic.Rules())
        _ = wish(&logic, after: 0, isNight: false)
        _ = wish(&logic, after: 1, isNight: true)
        let half = wish(&logic, after: 16, isNight: true).level
        #expect(wish(&logic, after: 16, isNight: false).level == half)
        #expect(wish(&logic, after: 31, isNight: false).level > half)
        #expect(wish(&logic, after: 46, isNight: false).level == 1)
    }

    @Test("in its off hours it is dark, asks again when they end, and lights at its level")
    func offHours() throws {
        let hours = try #require(OffHours("18:30-18:45"))
        var logic = PanelLogic(rules: PanelLogic.Rules(offHours: hours))
        #expect(wish(&logic, after: 0, isNight: false).again == 60)
        #expect(wish(&logic, after: 1790, isNight: false).again == 10)
        let dark = wish(&logic, after: 1800, isNight: true)
        #expect(dark == PanelLogic.Wish(isOn: false, level: 0, again: 60))
        #expect(wish(&logic, after: 2699.5, isNight: true).again == 1)
        #expect(
            wish(&logic, after: 2700, isNight: true) == .init(isOn: true, level: 0.15, again: 60)
        )
    }

    @Test("it is dark while nobody uses the place")
    func unused() {
        var logic = PanelLogic(rules: PanelLogic.Rules())
        _ = wish(&logic, after: 0, isNight: false)
        #expect(!wish(&logic, after: 1, isNight: false, isInUse: false).isOn)
        #expect(wish(&logic, after: 2, isNight: true).level == 0.15)
    }

    @Test("rules stay within what an eye and a panel bear")
    func bounds() {
        let rules = PanelLogic.Rules(nightLevel: -1, rampSeconds: 0)
        #expect(rules.nightLevel == 0.01 && rules.rampSeconds == 30)
        #expect(PanelLogic.Rules(nightLevel: 7).nightLevel == 1)
    }
}
