import Fleet

/// Keeps a report that two adapters heard from being counted twice.
///
/// An advert goes out on three channels within ten milliseconds or so, and two adapters may listen on two
/// of them. Who is here is not changed by that, but how often each phone is heard is, and by that rate
/// starved and saturated air is told. So what another adapter heard of the same sender within 30 ms is
/// an echo. Senders are known by digests under a key of a few minutes, and only for that long.
struct EchoFilter {
    private struct Entry {
        var digest: UInt64 = 0
        var adapter = -1
        var time: Int64 = .min
    }

    /// Microseconds after which the same sender is heard again and not still.
    private static let window: Int64 = 30_000
    /// Microseconds by which one adapter's adverts may come behind another's: they come in batches.
    private static let delay: Int64 = 100_000
    /// More than come in that time.
    private static let room = 256
    /// Microseconds for which a key is used.
    private static let keyLife: Int64 = 900_000_000

    private let drawKey: @Sendable () -> DigestKey
    private var key: DigestKey?
    private var keyDrawn: Int64 = 0
    private var entries = Array(repeating: Entry(), count: EchoFilter.room)
    private var newest = 0

    init(drawKey: @escaping @Sendable () -> DigestKey) {
        self.drawKey = drawKey
    }

    /// Whether a sighting is the first of its advert; reports of nobody are always new.
    mutating func isNew(_ sighting: Sighting, at time: Instant, adapter: Int) -> Bool {
        let now = time.microseconds
        guard sighting.kind != .malformed else { return true }
        let digest = sighting.trace.digest(under: currentKey(now))
        for step in 0..<Self.room {
            let entry = entries[(newest + Self.room - step) % Self.room]
            guard entry.adapter >= 0, now - entry.time <= Self.window + Self.delay else { break }
            let isNear = abs(now - entry.time) <= Self.window
            if isNear, entry.digest == digest, entry.adapter != adapter { return false }
        }
        newest = (newest + 1) % Self.room
        entries[newest] = Entry(digest: digest, adapter: adapter, time: now)
        return true
    }

    /// Overwrites the key and all digests when they have served their time.
    mutating func expire(at time: Instant) {
        if key != nil, abs(time.microseconds - keyDrawn) >= Self.keyLife { wipe() }
    }

    /// Overwrites the key and all digests.
    mutating func wipe() {
        key?.wipe()
        key = nil
        for place in entries.indices {
            entries[place] = Entry()
        }
    }

    private mutating func currentKey(_ now: Int64) -> DigestKey {
        if let key, abs(now - keyDrawn) < Self.keyLife { return key }
        wipe()
        let fresh = drawKey()
        key = fresh
        keyDrawn = now
        return fresh
    }
}
