/// What a kiosk sends to the province: rows not yet acknowledged, and how the kiosk is.
///
/// Columns, not rows: a batch is a third of the size on the air and decodes three times as fast.
/// JSON over HTTPS, `POST /v1/reports`; the answer is a `Receipt`.
package struct Report: Sendable, Codable, Equatable {
    /// The layout of this message; 1.
    package var format: Int
    /// The sender's name in the fleet.
    package var kiosk: String
    /// The store that numbered these rows, as 32 hexadecimal digits; a new one begins at 1 again.
    package var journal: String
    /// The boot under which these rows were counted; one report holds rows of one boot.
    package var boot: String
    /// Whether the adverts came off the air or out of a capture.
    package var source: Source
    /// The kiosk's clock when it sent this, Unix seconds.
    package var sent: Int64
    /// The state of the kiosk's parts.
    package var health: Health
    /// The rows, oldest first.
    package var rows: Columns
    /// What was on the glass and is news; nil from kiosks that do not tell.
    package var shown: [ShownPage]?

    package enum Source: String, Sendable, Codable {
        case air
        case replay
    }

    /// The states of the parts of a kiosk, in a few words each.
    package struct Health: Sendable, Codable, Equatable {
        package var version: String
        package var radio: String
        package var display: String

        package init(version: String, radio: String, display: String) {
            self.version = version
            self.radio = radio
            self.display = display
        }
    }

    /// Rows as columns of equal length.
    package struct Columns: Sendable, Codable, Equatable {
        package var sequence: [Int64] = []
        /// Unix seconds, aligned to the length.
        package var start: [Int64] = []
        package var length_s: [Int64] = []
        package var quality: [Quality] = []
        package var android: [Int?] = []
        package var ios: [Int?] = []
        package var other_phones: [Int?] = []

        package init() {}
    }

    package init(
        kiosk: KioskID,
        journal: BootID,
        boot: BootID,
        source: Source,
        sent: Instant,
        health: Health,
        rows: [StoredRow],
        shown: [ShownPage] = []
    ) {
        format = 1
        self.kiosk = kiosk.text
        self.journal = journal.text
        self.boot = boot.text
        self.source = source
        self.sent = sent.seconds
        self.health = health
        self.shown = shown.isEmpty ? nil : shown
        self.rows = Columns()
        for row in rows {
            self.rows.append(row)
        }
    }
}

extension Report.Columns {
    package mutating func append(_ row: StoredRow) {
        sequence.append(row.sequence)
        start.append(row.row.span.start.seconds)
        length_s.append(row.row.span.length)
        quality.append(row.row.quality)
        android.append(row.row.figures?.android)
        ios.append(row.row.figures?.ios)
        other_phones.append(row.row.figures?.otherPhones)
    }
}

/// The province's answer to a report: everything up to this sequence is safe there.
package struct Receipt: Sendable, Codable, Equatable {
    package var acknowledged_through: Int64

    package init(acknowledgedThrough: Int64) {
        acknowledged_through = acknowledgedThrough
    }
}
