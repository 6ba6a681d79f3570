/// One device's time on board or beside the vehicle: the truth that a counter is measured against.
struct Stay: Sendable, Equatable {
    /// Where the device is.
    enum Place: Sendable {
        case aboard
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
    let level: Double
}
