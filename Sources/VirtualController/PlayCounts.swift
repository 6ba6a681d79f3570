/// What a virtual controller did so far; nothing in it tells who was heard.
package struct PlayCounts: Sendable, Equatable {
    /// Commands that got an answer.
    package internal(set) var answered = 0
    /// Commands that got none: it was mute, or they were none.
    package internal(set) var unanswered = 0
    /// Advertising reports given to the host.
    package internal(set) var delivered = 0
    /// Reports that came while no scan was running.
    package internal(set) var unscanned = 0
    /// Reports that came while it was deaf or dead.
    package internal(set) var unheard = 0
    /// Reports that the scan did not ask for: duplicates, or scan responses in a passive scan.
    package internal(set) var unasked = 0
    /// Reports that the host's event masks keep out.
    package internal(set) var masked = 0

    package init() {}
}
