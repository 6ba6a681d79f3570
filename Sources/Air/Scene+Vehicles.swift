/// Scenes on vehicles.
extension Scene {
    /// A full city bus on its morning ride.
    package static let bus = Scene(
        name: "bus",
        summary: "a morning bus with about 24 Bluezone phones, a stop every 4 minutes",
        length: 2700,
        movements: [.ride(.fullBus)],
        ear: Ear(reception: 0.8)
    )

    /// The same bus with the app open on many screens.
    package static let appOpen = Scene(
        name: "app-open",
        summary: "the bus with the app open on 3 of 10 screens: 150 s on, 5 s off",
        length: 2700,
        movements: [.ride(.fullBus)],
        habits: Habits(open: 0.3),
        ear: .crowded(reception: 0.8)
    )

    /// The same bus heard through a controller that filters.
    package static let duplicates = Scene(
        name: "duplicates",
        summary: "the bus through a controller that reports an address once in 10 s and knows 16",
        length: 2700,
        movements: [.ride(.fullBus)],
        ear: Ear(
            reception: 0.8,
            collisions: Collisions(),
            duplicates: DuplicateFilter.Setting()
        )
    )

    /// The same bus with a radio that hears nothing, as a broken antenna makes it.
    package static let deaf = Scene(
        name: "deaf",
        summary: "the bus with a dead receiver: answers to commands every 10 s, and no advert",
        length: 3600,
        movements: [.ride(.fullBus)],
        ear: Ear(reception: 0),
        commandEvery: 10
    )

    /// A bus at night with one phone with Bluezone on board.
    package static let nightBus = Scene(
        name: "night-bus",
        summary: "a bus at 22:00 with one passenger, who leaves after three quarters of an hour",
        start: night,
        length: 3600,
        movements: [
            .party(Party(crowd: Crowd(bluezoneAndroids: 1), comes: 90, leaves: 2580)),
            .party(Party(crowd: Crowd(androids: 1, gadgets: 2), comes: 0, leaves: 7200)),
            .ride(Itinerary(stopEvery: 420, alighting: 1, beside: Crowd(bluezoneAndroids: 0.2))),
        ],
        ear: .crowded(reception: 0.8)
    )

    /// A ferry that goes to and fro, one boat in six on its way to the festival.
    package static let ferry = Scene(
        name: "ferry",
        summary: "a ferry: about 120 phones board in 2 minutes, ride 10 to 15, leave; up to 400",
        length: 7200,
        movements: [
            .crossings(
                Crossings(
                    crowd: Crowd(
                        bluezoneAndroids: 120,
                        bluezoneiPhones: 30,
                        iPhones: 30,
                        androids: 60,
                        gadgets: 20
                    ),
                    business: [0.6, 1, 1.4, 0.8, 1, 3.3]
                )
            ),
            .party(Party(crowd: Crowd(gadgets: 3), comes: 0, leaves: 1_000_000)),
        ],
        ear: .crowded(reception: 0.25)
    )
}

extension Itinerary {
    /// About 24 Android phones with Bluezone on board, and a stop every four minutes.
    static let fullBus = Itinerary(
        stopEvery: 240,
        alighting: 0.15,
        aboard: Crowd(
            bluezoneAndroids: 24,
            bluezoneiPhones: 6,
            iPhones: 15,
            androids: 20,
            gadgets: 12
        ),
        beside: Crowd(
            bluezoneAndroids: 3,
            bluezoneiPhones: 0.5,
            iPhones: 2,
            androids: 2,
            gadgets: 1
        )
    )
}

extension Ear {
    /// A receiver on channels where packets destroy each other.
    static func crowded(reception: Double) -> Ear {
        Ear(reception: reception, collisions: Collisions())
    }
}
