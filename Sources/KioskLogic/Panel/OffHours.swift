/// The hours of the day in which a panel is dark, by the wall clock of the place.
package struct OffHours: Sendable, Hashable, CustomStringConvertible {
    /// The minute of the day it goes dark.
    package let from: Int
    /// The minute of the day it lights again; before `from` when it is dark over midnight.
    package let until: Int

    /// Hours such as `22:30-04:30`, or nil for another text, or an end that is the beginning.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Self.minute(parts[0]), let until = Self.minute(parts[1]),
            from != until
        else { return nil }
        self.from = from
        self.until = until
    }

    /// Whether a minute of the day lies within them; the end does not.
    package func contain(minute: Int) -> Bool {
        from < until
            ? (from..<until).contains(minute) : minute >= from || minute < until
    }

    /// The minutes until they begin or end, 1 to 1440.
    package func minutesToChange(after minute: Int) -> Int {
        let edges = [from, until].map { (($0 - minute - 1) % 1440 + 1440) % 1440 + 1 }
        return edges.min() ?? 1440
    }

    package var description: String { "\(Self.text(from))-\(Self.text(until))" }

    private static func minute(_ text: Substring) -> Int? {
        let digits = text.split(separator: ":", omittingEmptySubsequences: false)
        guard digits.count == 2, digits[0].count == 2, digits[1].count == 2,
            digits.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let hour = Int(digits[0]), let minute = Int(digits[1]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minute: Int) -> String {
        let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return parts.joined(separator: ":")
    }
}
