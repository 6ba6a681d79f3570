/// Scenes at places that stay where they are.
extension Scene {
    /// A bus terminal: people wait for half an hour.
    package static let terminal = Scene(
        name: "terminal",
        summary: "a terminal with about 120 phones at a time, who stay for 30 minutes on average",
        length: 7200,
        movements: .terminal(firstVersions: 0),
        ear: .crowded(reception: 0.2)
    )

    /// The terminal with everything that August 2020 has in store.
    package static let mixed = Scene(
        name: "mixed",
        summary: """
            the terminal with a tenth on 10-minute ids, version 1 on a twentieth, a fifth in doze, \
            half of them weak
            """,
        length: 7200,
        movements: .terminal(firstVersions: 6),
        habits: Habits(dozing: 0.2, tenMinuteIds: 0.1, weak: 0.5),
        ear: .crowded(reception: 0.2)
    )

    /// The terminal with sleeping phones.
    package static let doze = Scene(
        name: "doze",
        summary: "the terminal with a fifth of the phones in doze: on or off for 2 to 9 minutes",
        length: 7200,
        movements: .terminal(firstVersions: 0),
        habits: Habits(dozing: 0.2),
        ear: .crowded(reception: 0.2)
    )

    /// The terminal with half of its phones behind metal.
    package static let weak = Scene(
        name: "weak",
        summary: "the terminal with half of the phones hardly heard: once in 2 to 50 s",
        length: 7200,
        movements: .terminal(firstVersions: 0),
        habits: Habits(weak: 0.5),
        ear: .crowded(reception: 0.2)
    )

    /// A kiosk at the side of a road.
    package static let roadside = Scene(
        name: "roadside",
        summary: "the side of a road: 20 phones a minute, each for 5 to 60 s",
        length: 7200,
        movements: [
            .visits(
                Visits(
                    // 20 a minute, who stay for 32.5 s on average.
                    crowd: Crowd(
                        bluezoneAndroids: 20 * 32.5 / 60,
                        bluezoneiPhones: 3,
                        iPhones: 5,
                        androids: 6,
                        gadgets: 2
                    ),
                    length: .between(5, 60),
                    loss: 10...35
                )
            ),
            .party(Party(crowd: Crowd(gadgets: 3), comes: 0, leaves: 1_000_000)),
        ],
        ear: .crowded(reception: 0.8)
    )

    /// A place where nobody has Bluezone.
    package static let empty = Scene(
        name: "empty",
        summary: "a few gadgets, and no phone with Bluezone",
        length: 3600,
        movements: [
            .visits(Visits(crowd: Crowd(androids: 2, gadgets: 4), length: .around(900)))
        ],
        ear: .crowded(reception: 0.8),
        commandEvery: 10
    )

    /// A crowd that grows until nobody can be heard any more.
    package static let jammed = Scene(
        name: "jammed",
        summary: "a crowd that grows to 2400 phones, until their packets destroy each other",
        length: 1800,
        movements: [.gathering(Crowd(bluezoneAndroids: 2400, gadgets: 100))],
        ear: .crowded(reception: 1)
    )
}

extension [Movement] {
    /// People who wait in a terminal, people who pass in the street, and what hangs on the walls.
    static func terminal(firstVersions: Double) -> [Movement] {
        [
            .visits(
                Visits(
                    crowd: Crowd(
                        bluezoneAndroids: 120,
                        bluezoneiPhones: 30,
                        iPhones: 30,
                        androids: 60,
                        gadgets: 20,
                        firstVersions: firstVersions
                    ),
                    length: .around(1800)
                )
            ),
            .visits(
                Visits(
                    crowd: Crowd(bluezoneAndroids: 1, iPhones: 1),
                    length: .between(5, 60),
                    place: .beside,
                    loss: 30...38
                )
            ),
            .party(Party(crowd: Crowd(gadgets: 5), comes: 0, leaves: 1_000_000)),
        ]
    }
}

extension Scene {
    /// Every scene there is.
    package static let all = [
        bus, terminal, ferry, roadside, nightBus, mixed, doze, weak, appOpen, duplicates, jammed,
        empty,
        deaf,
    ]
}
