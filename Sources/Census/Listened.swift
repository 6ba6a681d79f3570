/// A stretch of a quarter in which the radio listened, in seconds of the quarter.
struct Listened {
    let from: Double
    let to: Double

    /// A stretch that ends before it begins is empty.
    init(from: Double, to: Double) {
        self.from = from
        self.to = max(from, to)
    }

    var length: Double { to - from }

    /// A sum of seconds as its mean over the stretch, nil when that is empty.
    func mean(_ seconds: Double) -> Double? {
        length > 0 ? seconds / length : nil
    }

    /// The minutes of the quarter that the stretch touches, at least one.
    var minutes: Range<Int> {
        let first = min(max(Int(from / 60), 0), 14)
        return first..<min(max(Int((to / 60).rounded(.up)), first + 1), 15)
    }
}
