import Testing

@testable import Radio

@Suite struct SilenceWatchTests {
    private static let limit = SilenceWatch.limit

    @Test("a scan is begun anew after a silence and after each further one")
    func silence() {
        var watch = SilenceWatch(ticks: 100)
        let asked = [99 + Self.limit, 100 + Self.limit, 101 + Self.limit, 100 + 2 * Self.limit]
        let answers = asked.map { watch.isDue(ticks: $0) }
        #expect(answers == [false, true, false, true])
    }

    @Test("an advert puts it off")
    func heard() {
        var watch = SilenceWatch(ticks: 0)
        watch.heard(ticks: 5)
        let answers = [Self.limit, Self.limit + 5].map { watch.isDue(ticks: $0) }
        #expect(answers == [false, true])
    }
}
