/// What the server grants one client and all of them together.
package struct HTTPLimits: Sendable, Equatable {
    /// The most bytes of request line and header fields; more is answered with 400.
    package var maxHeaderBytes: Int

    /// The most bytes of a body; more is answered with 413.
    package var maxBodyBytes: Int

    /// How long a connection may be silent while the server waits for bytes or for room to write.
    package var idleTimeout: Duration

    /// The most connections at once; further clients wait in the kernel's queue.
    package var maxConnections: Int

    /// Makes limits; the defaults suit a province service that takes batches of kiosks.
    package init(
        maxHeaderBytes: Int = 16_384,
        maxBodyBytes: Int = 4_194_304,
        idleTimeout: Duration = .seconds(75),
        maxConnections: Int = 12_000
    ) {
        self.maxHeaderBytes = maxHeaderBytes
        self.maxBodyBytes = maxBodyBytes
        self.idleTimeout = idleTimeout
        self.maxConnections = maxConnections
    }
}

extension Duration {
    /// The duration in whole milliseconds, kept within 0 and about 24 days.
    var clampedMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < 2_000_000 else { return 2_000_000_000 }
        return Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
