/// How long a screen must stand to be read by half of its readers.
///
/// Three seconds to look up, then 7 characters a second, or 5 Khmer clusters: half the speed at which
/// young people with normal sight read aloud (IReST, Trauzettel-Klosinski 2012).
package struct ReadingTime: Sendable, Equatable {
    /// The least and the most seconds a screen stands.
    package static let bounds = 8.0...20.0

    /// The seconds the text asks for.
    package let wanted: Double

    /// The time for a part of a slide.
    package init(_ steps: [Slide.Step], in slide: Slide) {
        var texts = [slide.title] + steps.map(\.text)
        if slide.isLive { texts += [slide.words.progress, "00 phones"] }
        let seconds = texts.reduce(0.0) { sum, text in
            sum + Double(TextEstimate.clusters(text)) / 5 + Double(TextEstimate.latin(text)) / 7
        }
        wanted = 3 + seconds
    }

    /// The seconds the screen stands.
    package var dwell: Double {
        min(max(wanted, Self.bounds.lowerBound), Self.bounds.upperBound)
    }
}
