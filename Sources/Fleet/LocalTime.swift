/// A moment as the clock on a wall in Vietnam shows it: UTC+7 all year, no daylight saving time.
package struct LocalTime: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// Converts with the proleptic Gregorian calendar.
    ///
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms" (2013), era arithmetic.
    package init(_ instant: Instant) {
        let local = instant.seconds + 7 * 3600
        let days = local >= 0 ? local / 86400 : (local - 86399) / 86400
        let secondOfDay = Int(local - days * 86400)
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = secondOfDay / 3600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
    }

    /// Hours and minutes, such as `07:42`.
    package var clock: String {
        "\(Self.twoDigits(hour)):\(Self.twoDigits(minute))"
    }

    /// Hours, minutes and seconds, such as `07:42:09`.
    package var clockWithSeconds: String {
        "\(clock):\(Self.twoDigits(second))"
    }

    /// The date as Vietnamese official writing has it in figures, such as `13/8/2020`.
    package var date: String {
        "\(day)/\(month)/\(year)"
    }

    private static func twoDigits(_ value: Int) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
