import Fleet
import SQLite

/// What was on the kiosks' glass: one line for each kiosk, day and page.
extension ProvinceStore {
    /// Stores the newest count of a page; one that arrives late or twice changes nothing.
    func insert(_ shown: ShownPage, of kiosk: KioskID) throws {
        try connection.query(
            """
            INSERT INTO shown (kiosk, day, page, times, last, proof) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kiosk, day, page) DO UPDATE SET times = excluded.times,
            last = excluded.last, proof = excluded.proof WHERE excluded.times > times
            """,
            [
                .text(kiosk.text), .integer(shown.day), .text(shown.page),
                .integer(Int64(shown.times)), .integer(shown.last), .text(shown.proof.rawValue),
            ]
        )
    }

    /// What was on a kiosk's glass since midnight; nil when it told of nothing.
    func shownToday(by kiosk: KioskID, now: Instant) throws -> Glance.Shown? {
        let pages = try connection.rows(
            "SELECT page, day, times, last, proof FROM shown WHERE kiosk = ? AND day = ?",
            [.text(kiosk.text), .integer(ShownPage.day(of: now))]
        ) { row in
            ShownPage(
                page: row.text(0),
                day: row.integer(1),
                times: Int(row.integer(2)),
                last: row.integer(3),
                proof: ShownPage.Proof(rawValue: row.text(4)) ?? .none
            )
        }
        guard let newest = pages.max(by: { $0.last < $1.last }) else { return nil }
        return Glance.Shown(times: pages.reduce(0) { $0 + $1.times }, newest: newest)
    }
}
