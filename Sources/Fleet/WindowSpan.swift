/// A span of time that figures belong to, aligned to its own length since the Unix epoch.
package struct WindowSpan: Hashable, Sendable {
    /// The first moment of the span.
    package let start: Instant
    /// Length in seconds: 300 for a window, 900 for a quarter.
    package let length: Int64

    package init(start: Instant, length: Int64) {
        self.start = start
        self.length = length
    }

    /// The first moment after the span.
    package var end: Instant {
        start.adding(seconds: length)
    }

    /// Length of a window in seconds: no Bluezone id changes inside one (15 and 10 minute rotation).
    package static let windowLength: Int64 = 300
    /// Length of a quarter in seconds: the time a Bluezone id lives, from a UTC quarter hour on.
    package static let quarterLength: Int64 = 900

    /// The window that holds a moment.
    package static func window(holding instant: Instant) -> WindowSpan {
        WindowSpan(start: instant.aligned(to: windowLength), length: windowLength)
    }

    /// The quarter that holds a moment.
    package static func quarter(holding instant: Instant) -> WindowSpan {
        WindowSpan(start: instant.aligned(to: quarterLength), length: quarterLength)
    }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }
}
