package import Fleet

/// The figures of one 5-minute window, without noise; they stay on the board.
package struct WindowTally: Sendable, Equatable {
    package let span: WindowSpan
    package let quality: Quality
    /// Advertising reports of every kind.
    package let reports: UInt64
    /// Figures, absent when the radio was deaf.
    package let figures: Figures?

    package struct Figures: Sendable, Equatable {
        /// Bluezone phones with Android present on average over the window.
        package let androidOccupancy: Double
        /// Bluezone ids heard in the window.
        package let androidDistinct: Int
        /// Bounds for the Android phones that were here in the window.
        package let androidInterval: ClosedRange<Int>
        /// Bluezone iPhones present on average, estimated from addresses.
        package let iosOccupancy: Double
        /// Other phones in the window, an upper bound estimated from addresses.
        package let otherPhones: Int
    }
}

/// The figures of one quarter, without noise.
package struct QuarterTally: Sendable, Equatable {
    package let span: WindowSpan
    package let quality: Quality
    /// Figures, absent when the radio was deaf.
    package let figures: Figures?

    package struct Figures: Sendable, Equatable {
        /// Bluezone ids first heard in the quarter: each phone has one a quarter.
        package let androidDistinct: Int
        package let androidInterval: ClosedRange<Int>
        package let androidOccupancy: Double
        /// Phones that came during the quarter, by balance; absent in the first quarter counted.
        package let boardings: Int?
        /// Phones that left during the quarter, by balance.
        package let alightings: Int
        package let iosOccupancy: Double
        package let otherPhones: Int
    }
}

/// Something the census has finished.
package enum CensusResult: Sendable, Equatable {
    case window(WindowTally)
    case quarter(QuarterTally)
}
