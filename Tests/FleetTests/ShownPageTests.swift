import Testing

@testable import Fleet

@Suite struct ShownPageTests {
    @Test("a day begins at midnight in Vietnam, also before 1970")
    func day() {
        // 13 August 2020, 00:00 and 23:59:59 in Vietnam.
        let midnight: Int64 = 1_597_251_600
        #expect(ShownPage.day(of: Instant(seconds: midnight)) == midnight)
        #expect(ShownPage.day(of: Instant(seconds: midnight + 86_399)) == midnight)
        #expect(ShownPage.day(of: Instant(seconds: midnight - 1)) == midnight - 86_400)
        #expect(ShownPage.day(of: Instant(seconds: -25_201)) == -25_200 - 86_400)
    }

    @Test("showings add up, and the strongest proof stands whatever comes in which order")
    func adding() {
        let (early, late) = (Instant(seconds: 1_597_280_000), Instant(seconds: 1_597_280_020))
        let first = ShownPage(page: "a/vi/1", at: early, proof: .buffer)
        let second = ShownPage(page: "a/vi/1", at: late, proof: .readBack)
        var forward = first
        forward.add(second)
        var backward = second
        backward.add(first)
        #expect(forward == backward)
        #expect(forward.times == 2 && forward.last == late.seconds && forward.proof == .readBack)
    }

    private static let good = ShownPage(
        page: "a/vi/1",
        at: Instant(seconds: 1_597_280_000),
        proof: .crc
    )

    private static func page(
        _ name: String = good.page,
        day: Int64 = good.day,
        times: Int = 1,
        last: Int64 = good.last
    ) -> ShownPage {
        ShownPage(page: name, day: day, times: times, last: last, proof: .crc)
    }

    @Test(
        "what no kiosk can have shown is refused",
        arguments: [
            ("page", page("")), ("page", page("<b>")),
            ("page", page(String(repeating: "a", count: 61))),
            ("times", page(times: 0)), ("times", page(times: 86_401)),
            ("last", page(last: .max)),
            ("day", page(day: good.day + 1)), ("day", page(day: good.day - 86_400)),
        ]
    )
    func refused(field: String, bad: ShownPage) throws {
        var report = try sampleReport()
        report.shown = [Self.good]
        #expect(try CheckedReport(report).shown == [Self.good])
        report.shown = [Self.good, bad]
        do throws(ReportFault) {
            _ = try CheckedReport(report)
            Issue.record("it was accepted")
        } catch {
            #expect(error.description.hasPrefix("shown.\(field)"), "\(error)")
        }
    }

    @Test("more pages than a report may hold are refused")
    func tooMany() throws {
        var report = try sampleReport()
        let page = ShownPage(page: "a", at: Instant(seconds: 1_597_280_000), proof: .none)
        report.shown = Array(repeating: page, count: 101)
        #expect(throws: ReportFault.self) { try CheckedReport(report) }
    }
}
