/// Who comes to a place and leaves it again, as data; a scene is a list of these.
package enum Movement: Sendable, Equatable {
    /// A vehicle with stops.
    case ride(Itinerary)
    /// A place where people arrive one by one.
    case visits(Visits)
    /// A ferry that fills, crosses and empties.
    case crossings(Crossings)
    /// A place that fills and does not empty: everybody comes at any time and stays.
    case gathering(Crowd)
    /// A known number of devices that come and leave together.
    case party(Party)

    /// Everybody who comes and goes during a time.
    func stays(during span: Range<Int64>, dice: inout Xoshiro) -> [Stay] {
        switch self {
        case .ride(let itinerary):
            let ride = Ride(itinerary, during: span, dice: dice)
            dice = ride.dice
            return ride.stays
        case .visits(let visits): return visits.stays(during: span, dice: &dice)
        case .crossings(let crossings): return crossings.stays(during: span, dice: &dice)
        case .gathering(let crowd): return crowd.gather(during: span, dice: &dice)
        case .party(let party): return party.stays(during: span, dice: &dice)
        }
    }
}

/// A vehicle's stops and passengers.
package struct Itinerary: Sendable, Equatable {
    /// The mean time between two stops, in seconds.
    package var stopEvery: Int64
    /// The share of the passengers who alight at a stop.
    package var alighting: Double
    /// Devices on board, as means over the ride.
    package var aboard = Crowd()
    /// Devices beside the vehicle at each stop, on people who do not board.
    package var beside = Crowd()
}

/// A place where people arrive one by one at any time.
package struct Visits: Sendable, Equatable {
    /// How long people stay, in seconds.
    package enum Length: Sendable, Equatable {
        /// Any length around a mean, without memory.
        case around(Int64)
        /// Any length between two.
        case between(Int64, Int64)
    }

    /// Devices at the place at a time, as means.
    package var crowd: Crowd
    /// How long each stays.
    package var length: Length
    /// Whether they are meant to be counted.
    package var place = Stay.Place.aboard
    /// How much weaker than at one metre they are, in dB.
    package var loss: ClosedRange<Double> = 0...26
}

/// A ferry between two landings, as its kiosk sees it.
package struct Crossings: Sendable, Equatable {
    /// Devices on a usual boat, as means.
    package var crowd: Crowd
    /// How full the boats are, one after the other and over again; 1 is usual.
    package var business: [Double]
    /// Seconds in which the passengers board.
    package var boarding: Int64 = 120
    /// Seconds from the last passenger to the other landing.
    package var riding: ClosedRange<Int64> = 600...900
    /// Seconds in which all leave.
    package var leaving: Int64 = 45
    /// Seconds from the last one's leaving to the next one's boarding.
    package var pause: ClosedRange<Int64> = 60...240
    /// How much weaker than at one metre they are, in dB: from 1 to 30 m.
    package var loss: ClosedRange<Double> = 0...30
}

/// A known number of devices that come and leave together.
package struct Party: Sendable, Equatable {
    /// How many, exactly.
    package var crowd: Crowd
    /// When they come, in seconds since the start of the capture, give or take a minute.
    package var comes: Int64
    /// When they leave.
    package var leaves: Int64
    /// How much weaker than at one metre they are, in dB.
    package var loss: ClosedRange<Double> = 6...18
}
