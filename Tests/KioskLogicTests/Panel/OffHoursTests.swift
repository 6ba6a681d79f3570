import KioskLogic
import Testing

@Suite struct OffHoursTests {
    @Test("hours over midnight and within a day begin with their minute and end before it")
    func contain() throws {
        let night = try #require(OffHours("22:30-04:30"))
        for (minute, isDark) in [(1349, false), (1350, true), (0, true), (269, true), (270, false)]
        {
            #expect(night.contain(minute: minute) == isDark, "\(minute)")
        }
        let noon = try #require(OffHours("11:00-13:05"))
        for (minute, isDark) in [(659, false), (660, true), (784, true), (785, false), (0, false)] {
            #expect(noon.contain(minute: minute) == isDark, "\(minute)")
        }
        #expect(night.description == "22:30-04:30" && noon.description == "11:00-13:05")
    }

    @Test("the next change is told from every minute of the day")
    func change() throws {
        for text in ["22:30-04:30", "11:00-13:05", "00:00-23:59", "23:59-00:00"] {
            let hours = try #require(OffHours(text))
            for minute in 0..<1440 {
                let next = hours.minutesToChange(after: minute)
                #expect((1...1440).contains(next))
                let isDark = hours.contain(minute: minute)
                #expect(hours.contain(minute: (minute + next) % 1440) != isDark)
                #expect(
                    (1..<next).allSatisfy { hours.contain(minute: (minute + $0) % 1440) == isDark }
                )
            }
        }
    }

    @Test(
        "other texts are none",
        arguments: [
            "", "22:30", "22:30-", "22:30-24:00", "22:60-04:00", "2:30-04:00", "22:30-04:30-05:00",
            "+2:30-04:00", "22.30-04.30", "04:30-04:30", "22:30 - 04:30", "-1:00-02:00",
        ]
    )
    func refused(text: String) {
        #expect(OffHours(text) == nil)
    }
}
