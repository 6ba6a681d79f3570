/// A stretch of a quarter in which the radio listened, in seconds of the quarter.
struct Listened {
    let from: Double
    let to: Double
    /// Parts of it in which nobody listened after all.
    private let pauses: [ClosedRange<Double>]

    /// A stretch that ends before it begins is empty.
    init(from: Double, to: Double, pauses: [ClosedRange<Double>] = []) {
        self.from = from
        self.to = max(from, to)
        self.pauses = pauses
    }

    var length: Double { overlap(from, to) }

    /// Seconds that a stay from one moment to another has in common with it.
    func overlap(_ start: Double, _ end: Double) -> Double {
        let begin = max(start, from)
        let finish = min(end, to)
        guard finish > begin else { return 0 }
        let lost = pauses.reduce(0) {
            $0 + max(min($1.upperBound, finish) - max($1.lowerBound, begin), 0)
        }
        return max(finish - begin - lost, 0)
    }

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
