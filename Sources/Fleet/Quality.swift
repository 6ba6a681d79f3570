/// What a window's figures are worth; the contract of `kiosk count --json` and of the report.
package enum Quality: String, Sendable, Codable, CaseIterable {
    /// The radio listened through the whole window and nothing was out of the ordinary.
    case regular
    /// The radio listened through less than the window.
    case partial
    /// Too few adverts arrived for what the radio should have heard.
    case starved
    /// The channel was so full that phones may have been drowned out.
    case saturated
    /// More identifiers appeared than phones can be here.
    case suspicious
    /// The radio heard nothing at all: every count is absent, and that is not zero.
    case deaf

    /// Whether a window of this quality has plain numbers; the others have none, which is not zero.
    package var hasFigures: Bool {
        switch self {
        case .regular, .partial, .starved: true
        case .saturated, .suspicious, .deaf: false
        }
    }
}
