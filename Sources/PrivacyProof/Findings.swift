/// What was found in one place: how often, in which encoding; never what.
package struct Findings: Sendable, Equatable {
    /// Bytes that were looked at.
    package private(set) var bytes: UInt64 = 0
    /// Times found in each encoding, without the marker.
    package private(set) var hits: [ValueEncoding: Int] = [:]
    /// Whether the marker was found.
    package private(set) var hasMarker = false
    private var values: Set<Int32> = []

    /// Nothing looked at.
    package init() {}

    /// Times found in all encodings.
    package var total: Int { hits.values.reduce(0, +) }
    /// How many different values were found.
    package var distinct: Int { values.count }

    mutating func look(_ count: Int) {
        bytes += UInt64(count)
    }

    mutating func note(_ needle: Needles.Needle) {
        guard needle.encoding != .marker else {
            hasMarker = true
            return
        }
        hits[needle.encoding, default: 0] += 1
        values.insert(needle.value)
    }

    mutating func add(_ other: Findings) {
        bytes += other.bytes
        hits.merge(other.hits, uniquingKeysWith: +)
        hasMarker = hasMarker || other.hasMarker
        values.formUnion(other.values)
    }
}
