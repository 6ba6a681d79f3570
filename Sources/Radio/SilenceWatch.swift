/// Says when a scan has been silent for so long that it may have been ended by somebody else.
struct SilenceWatch {
    /// The boot-time clock, in microseconds, when the last advert came or the scan was begun anew.
    private var last: Int64

    /// Time without an advert after which the scan is begun anew, in microseconds.
    static let limit: Int64 = 10_000_000

    init(ticks: Int64) {
        last = ticks
    }

    /// An advert came.
    mutating func heard(ticks: Int64) {
        last = ticks
    }

    /// Whether it is time to begin the scan anew; asks again only after another silence.
    mutating func isDue(ticks: Int64) -> Bool {
        guard ticks - last >= Self.limit else { return false }
        last = ticks
        return true
    }
}
