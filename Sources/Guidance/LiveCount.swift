/// A count of phones coarse enough to be shown in public.
package enum LiveCount: Sendable, Hashable {
    /// Nothing was counted, and why, in the reader's language; this is not zero.
    case unknown(reason: String)
    /// Around that many; shown as a multiple of five.
    case about(Int)
    /// Between none and four, which are not told apart.
    case fewerThanFive

    /// The coarse form of an estimate: the nearest multiple of five, or fewer than five.
    package init(estimate: Double) {
        guard estimate.isFinite, estimate < 1_000_000 else {
            self = .unknown(reason: "số đo không hợp lý")
            return
        }
        let number = Int(max(0, estimate) + 0.5)
        self = number < 5 ? .fewerThanFive : .about(Self.coarse(number))
    }

    /// The count in Vietnamese words.
    ///
    /// A finer number than a multiple of five is rounded here too, so none can reach the glass.
    package var vietnamese: String {
        switch self {
        case .unknown(let reason):
            reason.isEmpty ? "chưa đếm\u{A0}được" : "chưa đếm\u{A0}được: \(reason)"
        case .about(let number) where number >= 5: "khoảng \(Self.coarse(number))\u{A0}máy"
        case .about, .fewerThanFive: "dưới 5\u{A0}máy"
        }
    }

    /// The nearest multiple of five, without overflow.
    private static func coarse(_ number: Int) -> Int {
        let rest = number % 5
        guard rest >= 3, number <= Int.max - 5 else { return number - rest }
        return number - rest + 5
    }
}
