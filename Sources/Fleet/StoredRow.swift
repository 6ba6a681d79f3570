/// A row as the kiosk's store holds it: the figures and their place in the order of counting.
package struct StoredRow: Hashable, Sendable {
    /// Rises by at least one with every row of a store and is never used twice.
    package let sequence: Int64
    package let row: QuarterRow

    package init(sequence: Int64, row: QuarterRow) {
        self.sequence = sequence
        self.row = row
    }

    /// The row that was stored as these values; nil for a quality that nobody knows.
    ///
    /// - Parameters:
    ///   - sequence: Its place.
    ///   - start: The span's start, in Unix seconds.
    ///   - length: The span's length in seconds.
    ///   - quality: The quality's word.
    ///   - android: The figure of Android phones; a row has all three figures or none.
    ///   - ios: The figure of iPhones.
    ///   - otherPhones: The figure of other phones.
    package init?(
        sequence: Int64,
        start: Int64,
        length: Int64,
        quality: String,
        android: Int?,
        ios: Int?,
        otherPhones: Int?
    ) {
        guard let quality = Quality(rawValue: quality) else { return nil }
        var figures: QuarterRow.Figures?
        if let android, let ios, let otherPhones {
            figures = QuarterRow.Figures(android: android, ios: ios, otherPhones: otherPhones)
        }
        let span = WindowSpan(start: Instant(seconds: start), length: length)
        self.init(
            sequence: sequence,
            row: QuarterRow(span: span, quality: quality, figures: figures)
        )
    }
}
