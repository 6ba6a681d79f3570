import Census
import Fleet

/// The pieces of one quarter in which the radio went away and came back, until no more can follow.
///
/// Each row of a quarter costs epsilon 1, so a quarter has one row. Of the pieces' figures the greatest
/// is taken, each figure for itself, and noised once: one phone more or less changes a greatest no more
/// than it changes one piece, while it would change a sum in each piece. The row says `partial`, since it is
/// a lower bound.
struct QuarterPieces {
    private var pieces: [QuarterTally] = []

    /// The quarter that is held, nil when there is none.
    var span: WindowSpan? { pieces.first?.span }

    /// Whether the radio heard nothing in any piece; a crowd without figures is not nothing.
    private var isDeaf: Bool { pieces.allSatisfy { $0.quality == .deaf } }

    /// Takes another piece of the quarter held, or the first of one.
    mutating func add(_ piece: QuarterTally) {
        pieces.append(piece)
    }

    /// The quarter's one row, noised now; the pieces are forgotten.
    mutating func release(_ noise: Noise) -> QuarterRow? {
        defer { pieces = [] }
        guard let first = pieces.first else { return nil }
        guard pieces.count > 1 else { return noise.row(of: first) }
        // What makes a piece worth no number makes the quarter so.
        if let worst = pieces.first(where: { $0.quality != .deaf && !$0.quality.hasFigures }) {
            return noise.row(of: worst)
        }
        let figures = pieces.compactMap(\.figures?.exact)
        guard let one = figures.first else { return noise.row(of: first) }
        return noise.row(first.span, .partial, figures.reduce(one) { $0.greatest($1) })
    }

    /// The row of a kiosk that stops: none when the quarter goes on and nothing was heard of it.
    mutating func releaseLast(_ noise: Noise, at time: Instant) -> QuarterRow? {
        if let span, time < span.end, isDeaf { pieces = [] }
        return release(noise)
    }
}
