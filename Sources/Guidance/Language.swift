/// A language the kiosk can show.
package enum Language: String, Sendable, Hashable, CaseIterable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// Khmer, read in Tri Tôn and Tịnh Biên.
    case khmer = "km"
    /// English.
    case english = "en"

    /// The BCP 47 tag for the text shaper.
    package var tag: String { rawValue }

    /// The smallest font size that is still legible on a coarse panel, in pixels.
    ///
    /// Khmer stacks signs above and below and needs more.
    package var smallestFont: Int {
        switch self {
        case .vietnamese, .english: 16
        case .khmer: 20
        }
    }
}
