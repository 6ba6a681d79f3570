/// Who boards, alights and stands beside the vehicle during one ride.
struct Ride {
    /// A stop: when the doors are open, and how busy it is (1 is usual).
    struct Stop: Equatable {
        let doors: Range<Int64>
        let business: Double
    }

    private let itinerary: Itinerary
    private let span: Range<Int64>
    /// What is left of the dice.
    private(set) var dice: Xoshiro
    private(set) var stops: [Stop] = []
    private(set) var stays: [Stay] = []

    /// Plays the whole ride with the dice.
    init(_ itinerary: Itinerary, during span: Range<Int64>, dice: Xoshiro) {
        self.itinerary = itinerary
        self.span = span
        self.dice = dice
        placeStops()
        for kind in DeviceKind.allCases {
            carry(kind)
            standBeside(kind)
        }
    }

    /// Stops at their usual distance, give or take a sixth, doors open for 15 to 40 s.
    private mutating func placeStops() {
        let every = itinerary.stopEvery * Microseconds.second
        var arrival = span.lowerBound + every / 2 + dice.below(every / 3)
        while arrival + Microseconds.minute < span.upperBound {
            let open = 15 * Microseconds.second + dice.below(25 * Microseconds.second)
            stops.append(Stop(doors: arrival..<arrival + open, business: dice.between(0.3, 1.7)))
            arrival += every * 5 / 6 + dice.below(every / 3)
        }
    }

    /// Lets passengers with one kind of device ride along.
    private mutating func carry(_ kind: DeviceKind) {
        let mean = itinerary.aboard[kind]
        for _ in 0..<dice.count(mean: mean) { ride(kind, from: nil, after: -1) }
        for (number, stop) in stops.enumerated() {
            // New passengers sit down in the second half of the stop.
            let boarding = middle(of: stop.doors)..<stop.doors.upperBound
            for _ in 0..<dice.count(mean: mean * itinerary.alighting * stop.business) {
                ride(kind, from: moment(in: boarding), after: number)
            }
        }
    }

    private mutating func ride(_ kind: DeviceKind, from boarded: Int64?, after last: Int) {
        let alighted = alightingMoment(after: last)
        let waits = boarded == nil ? 0 : dice.below(10 * Microseconds.second)
        let walks = alighted == nil ? 0 : dice.below(10 * Microseconds.second)
        let riding = (boarded ?? span.lowerBound)..<(alighted ?? span.upperBound)
        stays.append(
            Stay(
                device: kind,
                place: .aboard,
                span: riding,
                comes: boarded != nil,
                leaves: alighted != nil,
                audible: (riding.lowerBound - waits)..<(riding.upperBound + walks),
                level: kind.levelAtOneMetre - Self.seatLoss[Int(dice.below(11))]
            )
        )
    }

    /// The moment at which somebody leaves at one of the later stops; nil when riding on.
    private mutating func alightingMoment(after last: Int) -> Int64? {
        for stop in stops[(last + 1)...] where dice.chance(itinerary.alighting) {
            return moment(in: stop.doors.lowerBound..<middle(of: stop.doors))
        }
        return nil
    }

    /// Lets people with one kind of device stand or drive beside the vehicle for 5 to 60 s.
    private mutating func standBeside(_ kind: DeviceKind) {
        for stop in stops {
            let early = stop.doors.lowerBound - 10 * Microseconds.second
            for _ in 0..<dice.count(mean: itinerary.beside[kind] * stop.business) {
                let begin = moment(in: early..<stop.doors.upperBound)
                let stay = 5 * Microseconds.second + dice.below(55 * Microseconds.second)
                let standing = (begin..<begin + stay).clamped(to: span)
                stays.append(
                    Stay(
                        device: kind,
                        place: .beside,
                        span: standing,
                        comes: true,
                        leaves: true,
                        audible: standing,
                        level: kind.levelAtOneMetre - dice.between(28, 38)
                    )
                )
            }
        }
    }

    private func middle(of range: Range<Int64>) -> Int64 {
        range.lowerBound + range.length / 2
    }

    private mutating func moment(in range: Range<Int64>) -> Int64 {
        range.lowerBound + dice.below(range.length)
    }

    /// Loss in dB at each metre from 1 to 11 in a straight line: 20 log10 of the distance.
    private static let seatLoss = [
        0, 6.0, 9.5, 12.0, 14.0, 15.6, 16.9, 18.1, 19.1, 20.0, 20.8,
    ]
}
