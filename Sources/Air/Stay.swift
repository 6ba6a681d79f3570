/// One device's time on board or beside: the truth that a counter is measured against.
package struct Stay: Sendable, Equatable {
    /// Where the device is.
    package enum Place: Sendable, Equatable {
        /// On the vehicle, or at the place whose visitors are to be counted.
        case aboard
        /// Within earshot, and not meant to be counted.
        case beside
    }

    let device: DeviceKind
    let place: Place
    /// When it is there, in microseconds since 1970 UTC, cut to the capture.
    let span: Range<Int64>
    /// Whether it came during the capture; otherwise it was there at the start.
    let comes: Bool
    /// Whether it left during the capture; otherwise it was there at the end.
    let leaves: Bool
    /// When it can be heard: also while its owner waits at the stop or walks away.
    let audible: Range<Int64>
    /// Its mean level at the kiosk from its seat or place, in dBm, before bodies get in the way.
    var level: Double
    /// How it runs Bluezone, if it is an Android phone with Bluezone.
    var habit = Habit()
}

extension Stay {
    /// A stay that can be heard all the time, cut to the capture.
    init(
        _ device: DeviceKind,
        _ place: Place,
        _ whole: Range<Int64>,
        cutTo capture: Range<Int64>,
        level: Double
    ) {
        let span = whole.clamped(to: capture)
        self.init(
            device: device,
            place: place,
            span: span,
            comes: whole.lowerBound >= capture.lowerBound,
            leaves: whole.upperBound <= capture.upperBound,
            audible: span,
            level: level
        )
    }
}
