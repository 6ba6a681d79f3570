import Testing

@testable import Air

@Suite struct RideTests {
    private static let second = Microseconds.second

    @Test("the bus stops about every four minutes, inside the capture", arguments: 1...10)
    func stops(seed: UInt64) {
        let stops = Ride(.fullBus, during: Scene.bus.span, dice: Xoshiro(seed: seed)).stops
        #expect((9...13).contains(stops.count))
        for stop in stops {
            #expect(stop.doors.clamped(to: Scene.bus.span) == stop.doors)
            #expect((15...40).contains(stop.doors.length / Self.second))
        }
        let gaps = zip(stops, stops.dropFirst()).map {
            ($1.doors.lowerBound - $0.doors.lowerBound) / Self.second
        }
        #expect(gaps.allSatisfy { (200...280).contains($0) })
    }

    @Test("people board and alight only while the doors are open", arguments: 1...10)
    func doors(seed: UInt64) {
        let ride = Ride(.fullBus, during: Scene.bus.span, dice: Xoshiro(seed: seed))
        func open(_ time: Int64) -> Bool { ride.stops.contains { $0.doors.contains(time) } }
        for stay in ride.stays where stay.place == .aboard {
            #expect(stay.comes == open(stay.span.lowerBound))
            #expect(stay.leaves == open(stay.span.upperBound))
            #expect(!stay.span.isEmpty)
            #expect(stay.audible.lowerBound <= stay.span.lowerBound)
            #expect(stay.audible.upperBound >= stay.span.upperBound)
        }
    }

    @Test("passers-by are weak and stay for 5 to 60 s around a stop", arguments: 1...10)
    func passersBy(seed: UInt64) {
        let ride = Ride(.fullBus, during: Scene.bus.span, dice: Xoshiro(seed: seed))
        let beside = ride.stays.filter { $0.place == .beside }
        #expect(beside.count > 10)
        for stay in beside {
            #expect(stay.span.length <= 60 * Self.second)
            #expect(stay.level <= -80)
            #expect(
                ride.stops.contains {
                    stay.span.lowerBound >= $0.doors.lowerBound - 10 * Self.second
                        && stay.span.lowerBound < $0.doors.upperBound
                }
            )
        }
    }

    @Test("a capture too short for a stop carries the same people throughout")
    func withoutStops() {
        var scene = Scene.bus
        scene.length = 90
        let ride = Ride(.fullBus, during: scene.span, dice: Xoshiro(seed: 1))
        #expect(ride.stops.isEmpty)
        #expect(ride.stays.allSatisfy { !$0.comes && !$0.leaves && $0.span == scene.span })
    }
}
