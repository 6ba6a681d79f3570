/// How many senders were heard, and how many more there may be.
struct Heard {
    private(set) var distinct = 0
    private var once = 0
    private var twice = 0

    mutating func add(hits: UInt8) {
        distinct += 1
        if hits == 1 { once += 1 }
        if hits == 2 { twice += 1 }
    }

    /// From what was heard more than once to what Chao's estimate adds for the unheard.
    ///
    /// Source: A. Chao, "Nonparametric estimation of the number of classes in a population" (1984),
    /// bias-corrected form. An id heard a single time may have been caught through a window.
    var interval: ClosedRange<Int> {
        let unheard = Double(once * max(once - 1, 0)) / Double(2 * (twice + 1))
        return (distinct - once)...(distinct + Int(unheard.rounded(.up)))
    }
}
