/// A place with devices that come and go, from which captures with known truth are made.
///
/// The same scene and seed give the same bytes on every machine. Not modelled: packets that
/// destroy each other (choose a lower reception instead), empty scan responses, clocks of phones
/// that are wrong, and Bluezone open on an Android screen (150 s on, 5 s off).
package struct Scene: Sendable {
    /// The name on the command line.
    package let name: String
    /// One sentence for the help text.
    package let summary: String
    /// When the capture begins, in seconds since 1970 UTC.
    package var start: Int64
    /// How long it is, in seconds.
    package var length: Int64
    /// The mean time between two stops, in seconds.
    package var stopEvery: Int64
    /// The share of the passengers who alight at a stop.
    package var alighting: Double
    /// Devices on board, as means over the ride.
    package var aboard: Crowd
    /// Devices beside the vehicle at each stop, on people who do not board.
    package var beside: Crowd
    /// The share of strong packets that is heard: share of time scanned x packet success.
    package var reception: Double
    /// Whether the receiver asks for scan responses.
    package var activeScan: Bool

    /// Every scene there is.
    package static let all = [bus]

    /// The scene with a name.
    /// - Throws: ``AirError/unknownScene(_:)``.
    package static func named(_ name: String) throws -> Scene {
        guard let scene = all.first(where: { $0.name == name }) else {
            throw AirError.unknownScene(name)
        }
        return scene
    }

    /// The same scene heard worse or better; a low share makes a small capture.
    /// - Throws: ``AirError/receptionOutOfRange(_:)``.
    package func heard(reception share: Double) throws -> Scene {
        guard share > 0, share <= 1 else { throw AirError.receptionOutOfRange(share) }
        var scene = self
        scene.reception = share
        return scene
    }

    /// The time from the first to the last moment of the capture, in microseconds since 1970.
    var span: Range<Int64> {
        start * Microseconds.second..<(start + length) * Microseconds.second
    }
}

extension Scene {
    /// A full city bus on its morning ride, from 07:10 to 07:50 in Vietnam on 13 August 2020.
    package static let bus = Scene(
        name: "bus",
        summary: "a morning bus with about 24 Bluezone phones, 40 minutes, a stop every 4 minutes",
        start: 1_597_277_700,
        length: 2700,
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
        ),
        reception: 0.8,
        activeScan: true
    )
}
