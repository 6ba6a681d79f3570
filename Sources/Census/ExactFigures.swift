/// What of a quarter may leave the kiosk, as whole numbers to which one phone adds no more than a constant.
///
/// Estimates are no part of it: through them one phone could move a figure by more. A phone adds to one of
/// the three numbers; to two of them when it sends adverts of both kinds under addresses of its own.
package struct ExactFigures: Sendable, Equatable {
    /// Bluezone ids of Android phones first heard in the quarter.
    package let androidIds: Int
    /// Bluezone iPhone addresses in each minute of the quarter, added up.
    let iosAddressMinutes: Int
    /// Minutes of the quarter that were listened to.
    let minutes: Int
    /// Addresses of other phones in the quarter.
    let otherAddresses: Int

    /// The most one phone in the usual rhythm adds to the ids: it has one id a quarter.
    ///
    /// Two are possible for a phone whose ids live for ten minutes, and for one that comes within minutes
    /// of the quarter's start with the app open or in doze, under its old id: it spends epsilon 2.
    static let mostIds: UInt64 = 1
    /// The most one iPhone adds: 15 minutes, and two changes of its address in them.
    static let mostAddressMinutes: UInt64 = 17
    /// The most one other phone adds: two kinds of adverts, each under addresses that last for ten minutes
    /// or more.
    static let mostAddresses: UInt64 = 6

    /// Of each number the greater one; one phone adds no more to it than to each.
    package func greatest(_ other: ExactFigures) -> ExactFigures {
        ExactFigures(
            androidIds: max(androidIds, other.androidIds),
            iosAddressMinutes: max(iosAddressMinutes, other.iosAddressMinutes),
            minutes: max(minutes, other.minutes),
            otherAddresses: max(otherAddresses, other.otherAddresses)
        )
    }

    /// iPhones here on average, from address minutes with noise: in 15 minutes an iPhone has 16.
    func iphones(_ addressMinutes: Int) -> Int {
        Self.rounded(addressMinutes * 15, 16 * max(minutes, 1))
    }

    /// Other phones, from addresses with noise: in a quarter a phone has two.
    func otherPhones(_ addresses: Int) -> Int {
        Self.rounded(addresses * 15, 15 + max(minutes, 1))
    }

    /// A quotient to the nearest whole number, halves up.
    private static func rounded(_ dividend: Int, _ divisor: Int) -> Int {
        let doubled = 2 * dividend + divisor
        let quotient = doubled / (2 * divisor)
        return doubled % (2 * divisor) < 0 ? quotient - 1 : quotient
    }
}
