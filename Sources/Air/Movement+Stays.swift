extension Visits {
    /// Arrivals of a Poisson process that began long before the capture.
    func stays(during span: Range<Int64>, dice: inout Xoshiro) -> [Stay] {
        DeviceKind.allCases.flatMap { kind in
            stays(of: kind, during: span, dice: &dice)
        }
    }

    private func stays(
        of kind: DeviceKind,
        during span: Range<Int64>,
        dice: inout Xoshiro
    ) -> [Stay] {
        guard crowd[kind] > 0 else { return [] }
        let gap = Int64(Double(length.mean) / crowd[kind])
        var stays: [Stay] = []
        var arrival = span.lowerBound - length.longest + dice.exponential(mean: gap)
        while arrival < span.upperBound {
            let whole = arrival..<arrival + length.draw(&dice)
            let level = kind.levelAtOneMetre - dice.between(loss.lowerBound, loss.upperBound)
            if whole.upperBound > span.lowerBound {
                stays.append(Stay(kind, place, whole, cutTo: span, level: level))
            }
            arrival += dice.exponential(mean: gap)
        }
        return stays
    }
}

extension Visits.Length {
    /// The mean in microseconds.
    var mean: Int64 {
        switch self {
        case .around(let mean): mean * Microseconds.second
        case .between(let short, let long): (short + long) * Microseconds.second / 2
        }
    }

    /// A length that is practically never surpassed, in microseconds.
    var longest: Int64 {
        switch self {
        case .around: 8 * mean
        case .between(_, let long): long * Microseconds.second
        }
    }

    func draw(_ dice: inout Xoshiro) -> Int64 {
        switch self {
        case .around: min(dice.exponential(mean: mean), longest) + 1
        case .between(let short, let long):
            short * Microseconds.second + dice.below((long - short) * Microseconds.second)
        }
    }
}

extension Crossings {
    /// Boat after boat; the first one boards soon after the start.
    func stays(during span: Range<Int64>, dice: inout Xoshiro) -> [Stay] {
        guard !business.isEmpty else { return [] }
        let second = Microseconds.second
        var stays: [Stay] = []
        var begin = span.lowerBound + dice.below(Microseconds.minute)
        var number = 0
        while begin < span.upperBound {
            let sails = begin + boarding * second
            let lands = sails + dice.seconds(in: riding)
            for kind in DeviceKind.allCases {
                let mean = crowd[kind] * business[number % business.count]
                for _ in 0..<dice.count(mean: mean) {
                    let boards = begin + dice.below(boarding * second)
                    let whole = boards..<lands + dice.below(leaving * second) + 1
                    let loss = dice.between(loss.lowerBound, loss.upperBound)
                    guard boards < span.upperBound else { continue }
                    let level = kind.levelAtOneMetre - loss
                    stays.append(Stay(kind, .aboard, whole, cutTo: span, level: level))
                }
            }
            begin = lands + leaving * second + dice.seconds(in: pause)
            number += 1
        }
        return stays
    }
}

extension Crowd {
    /// Exactly as many as the means say, who come at any time and stay.
    func gather(during span: Range<Int64>, dice: inout Xoshiro) -> [Stay] {
        DeviceKind.allCases.flatMap { kind in
            (0..<Int(self[kind])).map { _ in
                let whole = span.lowerBound + dice.below(span.length)..<Int64.max
                let level = kind.levelAtOneMetre - dice.between(0, 30)
                return Stay(kind, .aboard, whole, cutTo: span, level: level)
            }
        }
    }
}

extension Party {
    /// All together, give or take a minute; nobody when the capture is too short for them.
    func stays(during span: Range<Int64>, dice: inout Xoshiro) -> [Stay] {
        let second = Microseconds.second
        let begin = span.lowerBound + comes * second + dice.below(Microseconds.minute)
        let end = span.lowerBound + leaves * second + dice.below(Microseconds.minute)
        return DeviceKind.allCases.flatMap { kind in
            (0..<Int(crowd[kind])).compactMap { _ in
                let level = kind.levelAtOneMetre - dice.between(loss.lowerBound, loss.upperBound)
                guard begin < span.upperBound, end > begin else { return nil }
                return Stay(kind, .aboard, begin..<end, cutTo: span, level: level)
            }
        }
    }
}

extension Xoshiro {
    /// A time between two, given in whole seconds, in microseconds.
    fileprivate mutating func seconds(in range: ClosedRange<Int64>) -> Int64 {
        let width = range.upperBound - range.lowerBound
        return range.lowerBound * Microseconds.second + below(width * Microseconds.second + 1)
    }
}
