/// The figures of one quarter as they leave the kiosk's memory: already noised, drawn once.
///
/// A figure is a signed sum with noise, so it may be negative; sums use it as it is and views show no
/// less than zero. A deaf quarter has no figures.
package struct QuarterRow: Hashable, Sendable {
    /// The quarter counted.
    package let span: WindowSpan
    package let quality: Quality
    /// Noised figures, absent when the radio was deaf.
    package let figures: Figures?

    package init(span: WindowSpan, quality: Quality, figures: Figures?) {
        self.span = span
        self.quality = quality
        self.figures = figures
    }

    /// What was counted in the quarter, each phone in one figure only.
    package struct Figures: Hashable, Sendable {
        /// Android phones with Bluezone, distinct ids.
        package let android: Int
        /// iPhones with Bluezone, estimated from addresses.
        package let ios: Int
        /// Other phones, an upper bound.
        package let otherPhones: Int

        package init(android: Int, ios: Int, otherPhones: Int) {
            self.android = android
            self.ios = ios
            self.otherPhones = otherPhones
        }
    }
}
