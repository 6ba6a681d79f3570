import Foundation
import Testing

@testable import Fleet

@Suite struct ReportTests {
    @Test("a report survives JSON and its check")
    func roundTrip() throws {
        let report = try sampleReport()
        let data = try JSONEncoder().encode(report)
        let decoded = try JSONDecoder().decode(Report.self, from: data)
        #expect(decoded == report)
        let checked = try CheckedReport(decoded)
        #expect(checked.kiosk.text == "89-bus-0001")
        #expect(checked.boot == BootID(1, 2))
        #expect(checked.source == .replay)
        #expect(checked.sent == Instant(seconds: 1_597_281_000))
        #expect(checked.health == report.health)
        #expect(checked.rows.map(\.sequence) == [7, 8, 9])
        #expect(checked.rows.map(\.row.figures?.android) == [31, -2, nil])
        #expect(checked.rows.map(\.row.quality) == [.regular, .partial, .deaf])
        #expect(checked.rows.map(\.row.span.start.seconds).map { $0 % 900 } == [0, 0, 0])
    }

    @Test("an empty report is good: the kiosk says how it is")
    func empty() throws {
        var report = try sampleReport()
        report.rows = Report.Columns()
        #expect(try CheckedReport(report).rows.isEmpty)
    }

    @Test("a receipt survives JSON")
    func receipt() throws {
        let data = try JSONEncoder().encode(Receipt(acknowledgedThrough: .max))
        #expect(String(decoding: data, as: UTF8.self) == "{\"acknowledged_through\":\(Int64.max)}")
        let receipt = try JSONDecoder().decode(Receipt.self, from: data)
        #expect(receipt.acknowledged_through == .max)
    }

    @Test(
        "a message of another shape is refused by the decoder, without a trap",
        arguments: [
            ("\"android\":[31,-2,null]", "\"android\":[1e30,-2,null]"),
            ("\"android\":[31,-2,null]", "\"android\":[1.5,-2,null]"),
            ("\"android\":[31,-2,null]", "\"android\":[9223372036854775808,-2,null]"),
            ("\"format\":1", "\"format\":\"1\""),
            ("\"format\":1,", ""),
            ("\"deaf\"", "\"mute\""),
            ("\"replay\"", "\"wire\""),
        ]
    )
    func otherShape(part: String, replacement: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(sampleReport()), as: UTF8.self)
        try #require(text.contains(part))
        let bad = text.replacingOccurrences(of: part, with: replacement)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Report.self, from: Data(bad.utf8))
        }
    }
}
