/// The kiosk's receiver: what it hears of the packets that reach it, and what it passes on.
package struct Ear: Sendable, Equatable {
    /// The share of strong, undisturbed packets that is heard; 0 for a deaf receiver.
    ///
    /// The share of time that is scanned, and whatever thins a capture.
    package var reception: Double
    /// Whether it asks for scan responses.
    package var activeScan = true
    /// What packets that overlap do to each other; nil when ``reception`` stands for that too.
    package var collisions: Collisions?
    /// The controller's filter of repeated reports; nil when it is off.
    package var duplicates: DuplicateFilter.Setting?

    /// The share of answers to a scan request that arrive, once the advert was heard.
    let answered = 0.85

    /// The share of packets of one level that is strong enough: all at -92, none at -100 dBm.
    func success(at level: Double) -> Double {
        min(max((level + 100) / 8, 0), 1)
    }
}

/// What happens to packets that overlap on a channel.
package struct Collisions: Sendable, Equatable {
    /// How many dB above all others a packet survives them; nil when every overlap kills both.
    package var captureMargin: Double?

    /// Packets that survive when they are 8 dB above the others, as small receivers manage.
    package init(captureMargin: Double? = 8) {
        self.captureMargin = captureMargin
    }
}
