package import Fleet

/// The figures of one 5-minute window, without noise; they stay on the board.
package struct WindowTally: Sendable, Equatable {
    package let span: WindowSpan
    package let quality: Quality
    /// What made the quality what it is.
    package let rule: QualityRule
    /// Advertising reports of every kind.
    package let reports: UInt64
    /// Identifiers that found no room, so that they are in no figure.
    package let overflow: Int
    /// Figures, absent when the radio was deaf or the air saturated or suspicious.
    package let figures: Figures?
    /// The least number of Android phones there were, in saturated air only.
    package let atLeast: Int?

    package struct Figures: Sendable, Equatable {
        /// Bluezone phones with Android present on average over the window.
        package let androidOccupancy: Double
        /// Bounds for the mean, about 95 of 100.
        package let androidOccupancyInterval: ClosedRange<Double>
        /// Bluezone phones with Android that were here at any time of the window.
        package let androidDistinct: Int
        /// Bounds for the Android phones that were here in the window, about 95 of 100.
        package let androidInterval: ClosedRange<Int>
        /// Those of them who came and left within a minute and a half.
        package let passersBy: Int
        /// Bluezone iPhones present on average, estimated from addresses.
        package let iosOccupancy: Double
        /// Bounds for them, about 95 of 100.
        package let iosInterval: ClosedRange<Double>
        /// Other phones in the window, estimated from addresses.
        package let otherPhones: Int
        /// Bounds for them: addresses that last from 10 to 20 minutes.
        package let otherInterval: ClosedRange<Int>
    }
}

/// The figures of one quarter, without noise.
package struct QuarterTally: Sendable, Equatable {
    package let span: WindowSpan
    package let quality: Quality
    /// What made the quality what it is.
    package let rule: QualityRule
    /// Figures, absent when the radio was deaf or the air saturated or suspicious.
    package let figures: Figures?
    /// The least number of Android phones there were, in saturated air only.
    package let atLeast: Int?

    package struct Figures: Sendable, Equatable {
        /// Android phones with Bluezone that were here at any time: each has one id a quarter.
        package let androidDistinct: Int
        package let androidInterval: ClosedRange<Int>
        package let androidOccupancy: Double
        /// Bounds for the mean, about 95 of 100.
        package let androidOccupancyInterval: ClosedRange<Double>
        /// Phones that came during the quarter.
        package let boardings: Int
        package let boardingsInterval: ClosedRange<Int>
        /// Phones that left during the quarter.
        package let alightings: Int
        package let alightingsInterval: ClosedRange<Int>
        /// Those who came and left within a minute and a half; they are in the other figures too.
        package let passersBy: Int
        package let iosOccupancy: Double
        package let iosInterval: ClosedRange<Double>
        package let otherPhones: Int
        package let otherInterval: ClosedRange<Int>
        /// What of it may leave the kiosk, once noised.
        package let exact: ExactFigures
    }
}

/// Something the census has finished.
package enum CensusResult: Sendable, Equatable {
    case window(WindowTally)
    case quarter(QuarterTally)
}
