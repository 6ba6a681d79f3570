/// The kiosk's receiver: what it hears of a packet that reaches it.
struct Ear: Sendable {
    /// The share of strong packets that is heard.
    let reception: Double
    /// Whether it asks for scan responses.
    let activeScan: Bool

    /// The share of answers to a scan request that arrive, once the advert was heard.
    let answered = 0.85

    /// The share of packets of one level that is strong enough: all at -92, none at -100 dBm.
    func success(at level: Double) -> Double {
        min(max((level + 100) / 8, 0), 1)
    }
}
