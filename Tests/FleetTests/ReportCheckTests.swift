import Testing

@testable import Fleet

@Suite struct ReportCheckTests {
    /// One way to spoil a good report, and a word of the fault it must give.
    struct Spoiling: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let fault: String
        let spoil: @Sendable (inout Report) -> Void

        init(_ name: String, _ fault: String, _ spoil: @escaping @Sendable (inout Report) -> Void) {
            testDescription = name
            self.fault = fault
            self.spoil = spoil
        }
    }

    private static let headFaults = [
        Spoiling("another format", "format 2 is not known") { $0.format = 2 },
        Spoiling("the smallest format", "format \(Int.min)") { $0.format = .min },
        Spoiling("no name", "kiosk:") { $0.kiosk = "" },
        Spoiling("a name with a slash", "kiosk:") { $0.kiosk = "../x" },
        Spoiling("a boot too short", "boot:") { $0.boot = "abc" },
        Spoiling("a journal too short", "journal:") { $0.journal = "abc" },
        Spoiling("sent before 1970", "sent: -1 ") { $0.sent = -1 },
        Spoiling("sent at the end of time", "sent: \(Int64.max)") { $0.sent = .max },
        Spoiling("sent at the beginning of time", "sent: \(Int64.min)") { $0.sent = .min },
        Spoiling("a version too long", "health.version") {
            $0.health.version = String(repeating: "x", count: 201)
        },
        Spoiling("a radio too long", "health.radio") {
            $0.health.radio = String(repeating: "\u{1ebf}", count: 67)
        },
        Spoiling("a display too long", "health.display") {
            $0.health.display = String(repeating: "x", count: 100_000)
        },
    ]

    private static let rowFaults = [
        Spoiling("a start column too short", "columns differ") { $0.rows.start.removeLast() },
        Spoiling("a figure column too long", "columns differ") { $0.rows.ios.append(1) },
        Spoiling("an empty sequence column", "columns differ") { $0.rows.sequence = [] },
        Spoiling("501 rows", "501 rows") { $0.rows.sequence = Array(1...501) },
        Spoiling("sequence 0", "sequence 0 ") { $0.rows.sequence[0] = 0 },
        Spoiling("the smallest sequence", "sequence \(Int64.min)") {
            $0.rows.sequence[0] = .min
        },
        Spoiling("a sequence twice", "sequence 7 does not rise") { $0.rows.sequence[1] = 7 },
        Spoiling("a sequence that falls", "sequence 3 does not rise") { $0.rows.sequence[1] = 3 },
        Spoiling("a row after the last sequence", "sequence 8 does not rise") {
            $0.rows.sequence[0] = .max
        },
        Spoiling("a start between quarters", "no UTC quarter hour") { $0.rows.start[0] += 300 },
        Spoiling("a start in the year 1", "rows.start") { $0.rows.start[0] = -62_135_596_800 },
        Spoiling("the last start there is", "rows.start") { $0.rows.start[0] = .max },
        Spoiling("a window's length", "length_s") { $0.rows.length_s[0] = 300 },
        Spoiling("no length", "length_s") { $0.rows.length_s[0] = 0 },
        Spoiling("the smallest length", "length_s") { $0.rows.length_s[0] = .min },
        Spoiling("a figure too large", "beyond all reason") { $0.rows.android[0] = 100_001 },
        Spoiling("the smallest figure", "beyond all reason") { $0.rows.ios[0] = .min },
        Spoiling("the largest figure", "beyond all reason") { $0.rows.other_phones[0] = .max },
        Spoiling("a deaf row with figures", "deaf rows have no figures") {
            $0.rows.quality[0] = .deaf
        },
        Spoiling("a saturated row with figures", "nor have saturated") {
            $0.rows.quality[0] = .saturated
        },
        Spoiling("a suspicious row with figures", "suspicious ones") {
            $0.rows.quality[0] = .suspicious
        },
        Spoiling("a deaf row with one figure", "deaf rows") { $0.rows.ios[2] = 0 },
        Spoiling("a row that is not deaf without figures", "others all three") {
            $0.rows.quality[2] = .regular
        },
        Spoiling("a row with a figure missing", "others all three") { $0.rows.ios[0] = nil },
    ]

    @Test(
        "a bad report is refused with a fault that names the field",
        arguments: headFaults + rowFaults
    )
    func refused(spoiling: Spoiling) throws {
        var report = try sampleReport()
        spoiling.spoil(&report)
        do throws(ReportFault) {
            _ = try CheckedReport(report)
            Issue.record("it was accepted")
        } catch {
            #expect(error.description.contains(spoiling.fault), "\(error)")
        }
    }

    @Test("the limits themselves are allowed")
    func limits() throws {
        var report = try sampleReport()
        report.rows.android[0] = 100_000
        report.rows.ios[0] = -100_000
        report.rows.sequence = [1, 2, .max]
        report.health.radio = String(repeating: "x", count: 200)
        report.sent = 7_258_118_400
        #expect(try CheckedReport(report).rows.count == 3)
        var full = Report.Columns()
        for number in Int64(1)...500 {
            let span = WindowSpan(start: Instant(seconds: number * 900), length: 900)
            let row = QuarterRow(span: span, quality: .deaf, figures: nil)
            full.append(StoredRow(sequence: number, row: row))
        }
        report.rows = full
        #expect(try CheckedReport(report).rows.count == 500)
    }
}
