/// Lengths of time in microseconds, the unit of everything that happens in the air.
enum Microseconds {
    static let millisecond: Int64 = 1000
    static let second: Int64 = 1_000_000
    static let minute: Int64 = 60 * second
    /// A quarter of an hour.
    static let quarter: Int64 = 15 * minute
}

extension Range<Int64> {
    /// The length of the range.
    var length: Int64 { upperBound - lowerBound }
}
