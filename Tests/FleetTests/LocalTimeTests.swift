import Testing

@testable import Fleet

@Suite struct LocalTimeTests {
    /// A Unix time and what Python's datetime shows for it at UTC+7.
    struct Known: CustomTestStringConvertible {
        let seconds: Int64
        let parts: [Int]

        init(_ seconds: Int64, _ parts: [Int]) {
            self.seconds = seconds
            self.parts = parts
        }

        var testDescription: String { "\(seconds)" }

        static let all = [
            Known(0, [1970, 1, 1, 7, 0, 0]), Known(61_200, [1970, 1, 2, 0, 0, 0]),
            Known(68_187_600, [1972, 2, 29, 12, 0, 0]),
            Known(946_659_599, [1999, 12, 31, 23, 59, 59]),
            Known(946_659_600, [2000, 1, 1, 0, 0, 0]),
            Known(951_843_599, [2000, 2, 29, 23, 59, 59]),
            Known(951_843_600, [2000, 3, 1, 0, 0, 0]),
            Known(1_456_678_801, [2016, 2, 29, 0, 0, 1]),
            Known(1_551_373_199, [2019, 2, 28, 23, 59, 59]),
            Known(1_551_373_200, [2019, 3, 1, 0, 0, 0]),
            Known(1_597_305_600, [2020, 8, 13, 15, 0, 0]),
            Known(1_609_433_999, [2020, 12, 31, 23, 59, 59]),
            Known(1_609_434_000, [2021, 1, 1, 0, 0, 0]),
            Known(4_107_517_199, [2100, 2, 28, 23, 59, 59]),
            Known(4_107_517_200, [2100, 3, 1, 0, 0, 0]),
            Known(7_258_093_199, [2199, 12, 31, 23, 59, 59]),
        ]
    }

    @Test("known moments have their date and time", arguments: Known.all)
    func known(_ known: Known) {
        let time = LocalTime(Instant(seconds: known.seconds))
        let parts = [time.year, time.month, time.day, time.hour, time.minute, time.second]
        #expect(parts == known.parts)
    }

    @Test("every day from 1970 to 2199 follows the one before")
    func calendar() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day) = (1970, 1, 1)
        var wrong = 0
        for number in Int64(0)..<84_006 {
            let time = LocalTime(Instant(seconds: number * 86_400 - 7 * 3600))
            wrong += (time.year, time.month, time.day) == (year, month, day) ? 0 : 1
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            day += 1
            if day > lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) {
                (month, day) = (month + 1, 1)
            }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong == 0)
        #expect((year, month, day) == (2200, 1, 1))
    }

    @Test("it is written as Vietnamese officials do")
    func text() {
        let time = LocalTime(Instant(seconds: 1_597_277_529))
        #expect(time.clock == "07:12")
        #expect(time.clockWithSeconds == "07:12:09")
        #expect(time.date == "13/8/2020")
    }
}
