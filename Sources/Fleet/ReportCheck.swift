/// Why a report is refused, in a sentence for the log of the kiosk that sent it.
package struct ReportFault: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// A report whose every field was checked: what the province may store.
package struct CheckedReport: Sendable {
    package let kiosk: KioskID
    package let journal: BootID
    package let boot: BootID
    package let source: Report.Source
    package let sent: Instant
    package let health: Report.Health
    package let rows: [StoredRow]
    package let shown: [ShownPage]

    /// Most rows one report may hold: five days of quarters.
    package static let maximumRows = 500
    /// Largest figure a quarter may claim, either sign; a full ferry holds a few hundred phones.
    package static let maximumFigure = 100_000
    /// Longest word of health, in UTF-8 bytes; more is cut by the sender.
    package static let maximumHealthLength = 200

    /// Checks names, lengths, ranges and the order of rows.
    ///
    /// - Parameter report: The message as it was decoded.
    /// - Throws: `ReportFault`, which names the first field that is wrong.
    package init(_ report: Report) throws(ReportFault) {
        guard report.format == 1 else {
            throw ReportFault("format \(report.format) is not known here, only 1")
        }
        guard let kiosk = KioskID(report.kiosk) else {
            throw ReportFault("kiosk: not a name of 1 to 40 characters a-z, 0-9 and -")
        }
        guard let journal = BootID(report.journal) else {
            throw ReportFault("journal: not 32 hexadecimal digits")
        }
        guard let boot = BootID(report.boot) else {
            throw ReportFault("boot: not 32 hexadecimal digits")
        }
        self.kiosk = kiosk
        self.journal = journal
        self.boot = boot
        source = report.source
        sent = try Self.instant(report.sent, field: "sent")
        health = try Self.checked(report.health)
        rows = try Self.checked(report.rows)
        shown = report.shown ?? []
        guard shown.count <= ShownPage.mostInReport else {
            throw ReportFault("shown: \(shown.count) pages, at most \(ShownPage.mostInReport)")
        }
        for page in shown { try page.check() }
    }

    static func instant(_ seconds: Int64, field: String) throws(ReportFault) -> Instant {
        let bounds = Instant.plausible.lowerBound.seconds...Instant.plausible.upperBound.seconds
        guard bounds.contains(seconds) else {
            throw ReportFault("\(field): \(seconds) is no Unix time between 1970 and 2200")
        }
        return Instant(seconds: seconds)
    }

    private static func checked(_ health: Report.Health) throws(ReportFault) -> Report.Health {
        for (field, text) in [
            ("version", health.version), ("radio", health.radio), ("display", health.display),
        ] where text.utf8.count > maximumHealthLength {
            throw ReportFault("health.\(field): longer than \(maximumHealthLength) bytes")
        }
        return health
    }

    private static func checked(_ columns: Report.Columns) throws(ReportFault) -> [StoredRow] {
        let count = columns.sequence.count
        guard count <= maximumRows else {
            throw ReportFault("rows: \(count) rows, at most \(maximumRows) in a report")
        }
        let lengths = [
            columns.start.count, columns.length_s.count, columns.quality.count,
            columns.android.count, columns.ios.count, columns.other_phones.count,
        ]
        guard lengths.allSatisfy({ $0 == count }) else {
            throw ReportFault("rows: the columns differ in length")
        }
        var rows: [StoredRow] = []
        rows.reserveCapacity(count)
        var previous: Int64 = 0
        for index in 0..<count {
            let row = try columns.row(at: index, after: previous)
            previous = row.sequence
            rows.append(row)
        }
        return rows
    }
}

extension Report.Columns {
    fileprivate func row(at index: Int, after previous: Int64) throws(ReportFault) -> StoredRow {
        let number = sequence[index]
        guard number > previous else {
            throw ReportFault("rows: sequence \(number) does not rise")
        }
        let start = try CheckedReport.instant(start[index], field: "rows.start")
        let span = WindowSpan(start: start, length: length_s[index])
        guard span.length == WindowSpan.quarterLength else {
            throw ReportFault("rows: sequence \(number): length_s is not 900")
        }
        guard start.aligned(to: WindowSpan.quarterLength) == start else {
            throw ReportFault("rows: sequence \(number): start is no UTC quarter hour")
        }
        let counts = [android[index], ios[index], other_phones[index]].compactMap { $0 }
        let allowed = -CheckedReport.maximumFigure...CheckedReport.maximumFigure
        guard counts.allSatisfy(allowed.contains) else {
            throw ReportFault("rows: sequence \(number): a figure is beyond all reason")
        }
        guard counts.count == (quality[index].hasFigures ? 3 : 0) else {
            throw ReportFault(
                "rows: sequence \(number): deaf rows have no figures, nor have saturated and "
                    + "suspicious ones; others all three"
            )
        }
        let figures =
            counts.count == 3
            ? QuarterRow.Figures(android: counts[0], ios: counts[1], otherPhones: counts[2]) : nil
        let row = QuarterRow(span: span, quality: quality[index], figures: figures)
        return StoredRow(sequence: number, row: row)
    }
}
