/// How long a screen must stand to be read by half of its readers.
///
/// Three seconds to look up, then 7 characters a second, or 5 Khmer clusters: half the speed at which
/// young people with normal sight read aloud (IReST, Trauzettel-Klosinski 2012). Who reads a further
/// part looks at the screen already and knows its title: two seconds to see what is new.
package struct ReadingTime: Sendable, Equatable {
    /// The least and the most seconds a screen stands.
    package static let bounds = 8.0...20.0
    /// The least seconds a further part stands.
    package static let leastFurther = 5.0

    /// The seconds the text asks for.
    package let wanted: Double
    private let least: Double

    /// The time for a part of a slide; `isFurther` for every part but the first.
    package init(_ steps: [Slide.Step], in slide: Slide, isFurther: Bool = false) {
        var texts = steps.map(\.text)
        if !isFurther { texts.append(slide.title) }
        if slide.isLive { texts += [slide.words.progress, "00 phones"] }
        let seconds = texts.reduce(0.0) { sum, text in
            sum + Double(TextEstimate.clusters(text)) / 5 + Double(TextEstimate.latin(text)) / 7
        }
        wanted = (isFurther ? 2 : 3) + seconds
        least = isFurther ? Self.leastFurther : Self.bounds.lowerBound
    }

    /// The seconds the screen stands.
    package var dwell: Double {
        min(max(wanted, least), Self.bounds.upperBound)
    }
}
