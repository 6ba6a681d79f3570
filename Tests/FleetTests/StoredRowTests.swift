import Fleet
import Testing

@Suite struct StoredRowTests {
    @Test("a row comes back from its values as it was")
    func whole() {
        let span = WindowSpan(start: Instant(seconds: 900), length: 900)
        let figures = QuarterRow.Figures(android: 12, ios: -1, otherPhones: 3)
        let row = QuarterRow(span: span, quality: .partial, figures: figures)
        #expect(stored("partial", 12, -1, 3) == StoredRow(sequence: 7, row: row))
    }

    @Test("a row with a figure missing has none, and a quality nobody knows makes no row")
    func damaged() {
        #expect(stored("deaf", nil, nil, nil)?.row.figures == nil)
        #expect(stored("regular", 1, nil, 3)?.row.figures == nil)
        #expect(stored("splendid", 1, 2, 3) == nil)
    }

    private func stored(
        _ quality: String,
        _ android: Int?,
        _ ios: Int?,
        _ others: Int?
    )
        -> StoredRow?
    {
        StoredRow(
            sequence: 7,
            start: 900,
            length: 900,
            quality: quality,
            android: android,
            ios: ios,
            otherPhones: others
        )
    }
}
