/// The figures of a quarter that may leave the kiosk, before their noise.
package struct ExactFigures: Sendable, Equatable {
    let android: Int
    let ios: Int
    let otherPhones: Int

    private init(android: Int, ios: Int, otherPhones: Int) {
        self.android = android
        self.ios = ios
        self.otherPhones = otherPhones
    }

    /// Those of a tally, rounded.
    package init(_ figures: QuarterTally.Figures) {
        self.init(
            android: figures.androidDistinct,
            ios: Int(figures.iosOccupancy.rounded()),
            otherPhones: figures.otherPhones
        )
    }

    /// Of each figure the greater one.
    package func greatest(_ other: ExactFigures) -> ExactFigures {
        ExactFigures(
            android: max(android, other.android),
            ios: max(ios, other.ios),
            otherPhones: max(otherPhones, other.otherPhones)
        )
    }
}
