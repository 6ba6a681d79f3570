import Testing

@testable import Fleet

/// A good report with one regular, one negative and one deaf row.
func sampleReport() throws -> Report {
    let kiosk = try #require(KioskID("89-bus-0001"))
    let start = Instant(seconds: 1_597_277_700)
    func row(
        _ number: Int64,
        _ quality: Quality,
        _ figures: QuarterRow.Figures?
    ) -> StoredRow {
        let span = WindowSpan(start: start.adding(seconds: number * 900), length: 900)
        return StoredRow(
            sequence: number + 7,
            row: QuarterRow(span: span, quality: quality, figures: figures)
        )
    }
    return Report(
        kiosk: kiosk,
        journal: BootID(3, 4),
        boot: BootID(1, 2),
        source: .replay,
        sent: Instant(seconds: 1_597_281_000),
        health: Report.Health(version: "0.1.0", radio: "listening", display: "1024x600"),
        rows: [
            row(0, .regular, .init(android: 31, ios: 6, otherPhones: 40)),
            row(1, .partial, .init(android: -2, ios: 0, otherPhones: 1)),
            row(2, .deaf, nil),
        ]
    )
}
