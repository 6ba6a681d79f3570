package import Fleet

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
        self.init(CoarseCount(Int(max(0, estimate) + 0.5)))
    }

    /// A count that is coarse already.
    package init(_ count: CoarseCount) {
        switch count {
        case .fewerThanFive: self = .fewerThanFive
        case .about(let number): self = .about(number)
        }
    }

    /// The count in Vietnamese words.
    ///
    /// A finer number than a multiple of five is rounded here too, so none can reach the glass.
    package var vietnamese: String {
        switch self {
        case .unknown(let reason):
            reason.isEmpty ? "chưa đếm\u{A0}được" : "chưa đếm\u{A0}được: \(reason)"
        case .about(let number): Self.words(CoarseCount(number))
        case .fewerThanFive: Self.words(.fewerThanFive)
        }
    }

    private static func words(_ count: CoarseCount) -> String {
        switch count {
        case .about(let number): "khoảng \(number)\u{A0}máy"
        case .fewerThanFive: "dưới \(CoarseCount.threshold)\u{A0}máy"
        }
    }
}
