import Testing

@testable import KioskLogic

@Suite struct RebootQuotaTests {
    @Test("two in a day, an hour apart, and the day moves on")
    func quota() {
        var quota = RebootQuota()
        let asked: [Double] = [0, 100, 3600, 7200, 86_399, 86_400, 90_000, 90_001]
        var taken: [Bool] = []
        for moment in asked { taken.append(quota.take(at: moment)) }
        #expect(taken == [true, false, true, false, false, true, true, false])
        #expect(quota.past == [86_400, 90_000])
    }
}
