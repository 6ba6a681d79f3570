import Screen
import Testing

@Suite struct ProbePlanTests {
    private let begin = ContinuousClock.now

    @Test("looks follow at the pace of what was found")
    func pace() {
        var plan = ProbePlan(now: begin)
        #expect(plan.isDue(begin))
        plan.looked(begin, isAbsent: true)
        #expect(!plan.isDue(begin + .seconds(9)))
        #expect(plan.isDue(begin + .seconds(10)))
        plan.looked(begin + .seconds(10), isAbsent: false)
        #expect(!plan.isDue(begin + .seconds(39)))
        #expect(plan.isDue(begin + .seconds(40)))
    }

    @Test("a cable that bounces is looked at half a second after the last message")
    func bounce() {
        var plan = ProbePlan(now: begin)
        plan.looked(begin, isAbsent: false)
        for step in 1...3 { plan.ring(begin + .milliseconds(200 * step)) }
        #expect(!plan.isDue(begin + .milliseconds(1099)))
        #expect(plan.isDue(begin + .milliseconds(1100)))
    }
}
