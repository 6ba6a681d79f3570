/// What one quarter tells the next about the crowd; no identifier is in it.
struct Handover {
    /// Phones in the usual rhythm that were here when the quarter ended.
    var present: Double
    /// Of the phones in the usual rhythm those whose ids live for ten minutes, from 0 to 1; nil in
    /// quarters that do not show it.
    var tenMinuteShare: Double?
}
