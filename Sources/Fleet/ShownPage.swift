/// How often a page was on a kiosk's glass on a day, and how that is known.
///
/// It holds nothing of what the page's live part said.
package struct ShownPage: Sendable, Hashable, Codable {
    /// What stands behind a showing, strongest first.
    package enum Proof: String, Sendable, Codable, CaseIterable {
        /// The checksum that the display engine made of what it sent to the panel.
        case crc
        /// The kernel said that the display engine was reading the memory with the picture.
        case readBack = "read-back"
        /// The picture was handed over; nothing tells what became of it.
        case buffer
        /// No display took it.
        case none
    }

    /// The page, its language and its part, such as `android/vi/1`.
    package var page: String
    /// The midnight in Vietnam with which the day began, Unix seconds.
    package var day: Int64
    /// How often it was shown that day.
    package var times: Int
    /// When it was shown last, Unix seconds.
    package var last: Int64
    /// The strongest that stands behind a showing that day: looking at the glass costs too much each time.
    package var proof: Proof

    /// Most pages in one report.
    package static let mostInReport = 100

    /// One showing of a page.
    package init(page: String, at time: Instant, proof: Proof) {
        self.page = page
        day = Self.day(of: time)
        times = 1
        last = time.seconds
        self.proof = proof
    }

    /// A page's day from its parts.
    package init(page: String, day: Int64, times: Int, last: Int64, proof: Proof) {
        self.page = page
        self.day = day
        self.times = times
        self.last = last
        self.proof = proof
    }

    /// The midnight in Vietnam (UTC+7) before a moment, Unix seconds.
    package static func day(of time: Instant) -> Int64 {
        let offset: Int64 = 7 * 3600
        let local = time.seconds + offset
        return local - ((local % 86_400) + 86_400) % 86_400 - offset
    }

    /// Adds later showings of the same page on the same day.
    package mutating func add(_ other: ShownPage) {
        times += other.times
        last = max(last, other.last)
        proof = Proof.allCases.first { $0 == proof || $0 == other.proof } ?? proof
    }

    /// Throws when it cannot be what a kiosk counted.
    func check() throws(ReportFault) {
        let letters = page.utf8.allSatisfy { letter in
            (0x61...0x7a).contains(letter) || (0x30...0x39).contains(letter)
                || letter == 0x2d || letter == 0x2f
        }
        guard letters, (1...60).contains(page.utf8.count) else {
            throw ReportFault("shown.page: not 1 to 60 characters a-z, 0-9, - and /")
        }
        // A page stands for eight seconds at least.
        guard (1...86_400).contains(times) else {
            throw ReportFault("shown.times: \(times) is no number of showings in a day")
        }
        let time = try CheckedReport.instant(last, field: "shown.last")
        guard day == Self.day(of: time) else {
            throw ReportFault("shown.day: \(day) is not the midnight before \(last)")
        }
    }
}
