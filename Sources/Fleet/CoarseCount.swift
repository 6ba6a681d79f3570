/// A count of people's phones as anybody near the kiosk may see it.
///
/// Fewer than five are not told apart, and more are rounded to the nearest multiple of five, so that a
/// single person's coming and going does not show. The rule is a constant; configuration cannot loosen it.
package enum CoarseCount: Hashable, Sendable {
    case fewerThanFive
    /// A multiple of five.
    case about(Int)

    /// Smallest group that is told apart from an empty place.
    package static let threshold = 5

    /// Rounds a count, which may be negative with noise.
    package init(_ count: Int) {
        if count < Self.threshold {
            self = .fewerThanFive
        } else {
            let rest = count % Self.threshold
            self = .about(count - rest + (rest > Self.threshold / 2 ? Self.threshold : 0))
        }
    }
}
