/// How many adverts a minute are usual here, learnt from the last five minutes or so.
struct AdvertRate {
    /// Adverts a minute, nil before ten seconds were heard.
    private(set) var perMinute: Double?
    private var bucketStart: Double?
    private var heard = 0
    private var buckets = 0

    /// Seconds that are taken together.
    private static let bucket: Double = 10
    /// Buckets after which older ones count for less and less: five minutes.
    private static let memory = 30

    /// Adds adverts heard up to a moment, in seconds of a clock that never steps.
    mutating func note(_ count: Int, now: Double) {
        let start = bucketStart ?? now
        bucketStart = start
        heard += count
        let length = now - start
        guard length >= Self.bucket else { return }
        buckets = min(buckets + max(Int(length / Self.bucket), 1), Self.memory)
        let share = min(max(length / Self.bucket / Double(Self.memory), 1 / Double(buckets)), 1)
        let fresh = Double(heard) * 60 / length
        perMinute = (perMinute ?? fresh) * (1 - share) + fresh * share
        bucketStart = now
        heard = 0
    }

    /// Begins a stretch of listening: what went on meanwhile is not known.
    mutating func resume() {
        bucketStart = nil
        heard = 0
    }

    /// Forgets what was usual.
    mutating func forget() {
        self = AdvertRate()
    }

    /// Seconds of silence that are out of the ordinary, and whether they tell of a fault.
    ///
    /// Twenty times the usual gap; where that is more than a minute, silence is nothing unusual.
    var limit: (seconds: Double, isTelling: Bool) {
        guard let perMinute, perMinute >= 20 else { return (Self.longest, false) }
        return (max(20 * 60 / perMinute, 20), true)
    }

    /// Seconds of silence after which the controller is asked, wherever this is.
    private static let longest: Double = 60
}
