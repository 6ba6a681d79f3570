/// A place with devices that come and go, from which captures with known truth are made.
///
/// The same scene and seed give the same bytes on every machine. Not modelled: empty scan
/// responses, scan requests that crowd the channels, and clocks of phones that are wrong.
package struct Scene: Sendable {
    /// The name on the command line.
    package let name: String
    /// One sentence for the help text.
    package let summary: String
    /// When the capture begins, in seconds since 1970 UTC.
    package var start: Int64 = Self.morning
    /// How long it is, in seconds.
    package var length: Int64
    /// Who comes and goes.
    package var movements: [Movement]
    /// How the Android phones run Bluezone.
    package var habits = Habits()
    /// The kiosk's receiver.
    package var ear: Ear
    /// Seconds between two answers of the controller to a command; nil for none in the capture.
    package var commandEvery: Int64?

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
        scene.ear.reception = share
        return scene
    }

    /// The time from the first to the last moment of the capture, in microseconds since 1970.
    var span: Range<Int64> {
        start * Microseconds.second..<(start + length) * Microseconds.second
    }

    /// 07:15 in Vietnam on 13 August 2020, the start of a quarter hour.
    static let morning: Int64 = 1_597_277_700
    /// 22:00 of that day in Vietnam.
    static let night: Int64 = 1_597_330_800
}
