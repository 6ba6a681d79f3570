package import Beacons
package import Fleet
package import Guidance

/// Where adverts come from: a capture, or an adapter that is only listened to.
package protocol AdvertSource: Sendable {
    /// Blocks and delivers events until told to stop.
    ///
    /// - Parameters:
    ///   - isStopped: Asked at least four times a second.
    ///   - onListening: Called once events can arrive.
    ///   - deliver: Hears an event packet without its H4 octet, and its moment.
    /// - Returns: When the source came to its end; nil when it was stopped.
    /// - Throws: An error that says what is wrong and what helps; the caller tries again.
    func listen(
        until isStopped: @escaping @Sendable () -> Bool,
        onListening: @Sendable () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws -> Instant?
}

/// The clock that windows are counted by.
package protocol KioskClock: Sendable {
    func now() -> Instant
}

/// Turns draw lists into pixels, and pixels into a PNG.
package protocol Painter: Sendable {
    /// Paints a list in the picture of the list before, where it differs.
    ///
    /// Let go of the frame before the next call: while it is alive that call copies all of it.
    func paint(_ list: DrawList) async throws -> Painted
    /// What was painted last, in the painter's own picture; nil before the first, or after an error.
    var frame: Frame? { get async }
    /// How often the painting has changed.
    var number: Int { get async }
    /// What was painted last as PNG, no wider than the given number of pixels; nil before the first.
    func picture(maximumWidth: Int?) async throws -> ScreenPicture?
}

/// The glass.
package protocol Glass: Sendable {
    /// What there is to draw on, found out anew: displays come and go.
    func canvas() async -> Canvas
    /// Shows a frame; a display that is absent is a state and no error.
    func show(_ painted: Painted) async
    /// Runs a passage between a frame and a colour; see `Fade`. Glass that is too slow for it cuts.
    func run(_ fade: Fade, over frame: Frame) async
    /// Switches the panel's picture on or off where that is possible.
    func setPower(_ isOn: Bool) async
    /// What shows that the last picture is on the glass.
    func proof() async -> ShownPage.Proof
    /// A few words on what is known of the panel, for the report.
    func state() async -> String
}

/// What there is to draw on.
package struct Canvas: Hashable, Sendable {
    /// Size in pixels.
    package let size: PixelSize
    /// Rises whenever a display appeared, and with it an empty screen.
    package let generation: Int

    package init(size: PixelSize, generation: Int) {
        self.size = size
        self.generation = generation
    }
}

/// The way to the province's server.
package protocol ProvinceLink: Sendable {
    /// Sends one message and gives the answer's body.
    ///
    /// - Throws: When nobody answered, or the answer was a refusal, with the reason.
    func send(_ message: ProvinceMessage) async throws -> [UInt8]
}

/// A message to the province's server.
package enum ProvinceMessage: Sendable {
    /// A `Report` as JSON.
    case report([UInt8])
    /// A picture of the kiosk's screen as PNG.
    case screen([UInt8])
}
