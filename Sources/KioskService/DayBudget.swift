/// How much of people's privacy a kiosk may spend in a day.
///
/// A quarter's row costs epsilon 1 once, whatever is done with it later, and a quarter has one row. The
/// limits are constants; settings can only make them tighter.
package enum DayBudget {
    /// Most quarters released in a day: all of them.
    package static let quarters = 96
    /// Vietnam's clock before UTC, in seconds; days begin at its midnight.
    static let secondsFromUTC: Int64 = 7 * 3600
}
