import Testing

@testable import Fleet

@Suite struct InstantTests {
    @Test(
        "seconds are rounded down, at any value",
        arguments: [
            (0, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2),
            (Int64.max, 9_223_372_036_854), (Int64.min, -9_223_372_036_855),
        ] as [(Int64, Int64)]
    )
    func seconds(microseconds: Int64, whole: Int64) {
        #expect(Instant(microseconds: microseconds).seconds == whole)
    }

    @Test(
        "alignment goes to the last multiple that is not later",
        arguments: [
            (1_597_305_600, 900, 1_597_305_600), (1_597_305_599, 900, 1_597_304_700),
            (1_597_306_499, 900, 1_597_305_600), (299, 300, 0), (-1, 900, -900),
            (-900, 900, -900), (7_258_118_400, 900, 7_258_118_400),
        ] as [(Int64, Int64, Int64)]
    )
    func alignment(seconds: Int64, length: Int64, start: Int64) {
        #expect(Instant(seconds: seconds).aligned(to: length) == Instant(seconds: start))
        let late = Instant(microseconds: seconds * 1_000_000 + 999_999)
        #expect(late.aligned(to: length) == Instant(seconds: start))
    }

    @Test("the extremes can be handled without a trap")
    func extremes() {
        let (first, last) = (Instant(microseconds: .min), Instant(microseconds: .max))
        #expect(last.aligned(to: 900).seconds % 900 == 0)
        #expect(first.aligned(to: 900) != last)
        #expect(LocalTime(first).year < 0)
        #expect(LocalTime(last).year > 200_000)
        #expect(first.seconds(since: last) == 1e-6)
    }

    @Test("sums, differences and order agree")
    func arithmetic() {
        let noon = Instant(seconds: 1_597_305_600)
        let later = noon.adding(seconds: 90)
        #expect(later.seconds(since: noon) == 90)
        #expect(noon.seconds(since: later) == -90)
        #expect(noon < later)
        #expect(Instant.plausible.contains(noon))
        #expect(!Instant.plausible.contains(Instant(microseconds: -1)))
    }
}
