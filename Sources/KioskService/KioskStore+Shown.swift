package import Fleet
import SQLite

/// What was on the glass: one line for each page and day.
extension KioskStore {
    /// Days for which it is kept.
    private static let shownDays: Int64 = 31

    /// Adds showings of pages, and forgets what is older than 31 days before the newest.
    ///
    /// - Throws: `SQLiteError` when the disk refuses; then none was added.
    package func add(_ pages: [ShownPage]) throws {
        // The words in their order: the place of a word in it is its rank.
        let strengths = SQLiteValue.text(
            ShownPage.Proof.allCases.map(\.rawValue).joined(separator: " ")
        )
        try connection.transaction {
            for page in pages {
                try connection.query(
                    """
                    INSERT INTO shown (page, day, times, last, proof, is_told) VALUES (?, ?, ?, ?, ?, 0)
                    ON CONFLICT (page, day) DO UPDATE SET times = times + excluded.times,
                    last = max(last, excluded.last), is_told = 0,
                    proof = CASE WHEN instr(?, excluded.proof) < instr(?, proof)
                    THEN excluded.proof ELSE proof END
                    """,
                    [
                        .text(page.page), .integer(page.day), .integer(Int64(page.times)),
                        .integer(page.last), .text(page.proof.rawValue), strengths, strengths,
                    ]
                )
            }
            try connection.query(
                "DELETE FROM shown WHERE day < (SELECT max(day) FROM shown) - ?",
                [.integer(Self.shownDays * 86_400)]
            )
        }
    }

    /// What the province was not told of, newest day first.
    package func shownPages(limit: Int = ShownPage.mostInReport) throws -> [ShownPage] {
        try connection.rows(
            """
            SELECT page, day, times, last, proof FROM shown WHERE is_told = 0
            ORDER BY day DESC, page LIMIT ?
            """,
            [.integer(Int64(limit))]
        ) { row in
            ShownPage.Proof(rawValue: row.text(4)).map { proof in
                ShownPage(
                    page: row.text(0),
                    day: row.integer(1),
                    times: Int(row.integer(2)),
                    last: row.integer(3),
                    proof: proof
                )
            }
        }.compactMap { $0 }
    }

    /// Notes that the province was told of these; those shown again meanwhile will be told again.
    package func told(_ pages: [ShownPage]) throws {
        try connection.transaction {
            for page in pages {
                try connection.query(
                    "UPDATE shown SET is_told = 1 WHERE page = ? AND day = ? AND times = ?",
                    [.text(page.page), .integer(page.day), .integer(Int64(page.times))]
                )
            }
        }
    }
}
