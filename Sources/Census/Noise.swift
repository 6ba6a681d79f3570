package import Fleet

/// Two-sided geometric noise (discrete Laplace) at epsilon 1, from integers alone.
///
/// Floating point would leak through its rounding (Mironov 2012). To a number to which one phone adds up
/// to d, noise k with a probability in proportion to e^(-|k|/d) is added; the sampler is exact, after
/// C. Canonne, G. Kamath, T. Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms
/// 1 and 2. Epsilon is a constant; configuration cannot loosen it.
package struct Noise: Sendable {
    private let draw: @Sendable () -> UInt64

    /// - Parameter draw: Draws 64 random bits from the kernel.
    package init(draw: @escaping @Sendable () -> UInt64) {
        self.draw = draw
    }

    /// A quarter's figures as they may be stored and sent, noised once.
    ///
    /// Each phone is in one figure only, so the three draws together spend epsilon 1 (parallel
    /// composition).
    package func row(_ span: WindowSpan, _ quality: Quality, _ exact: ExactFigures?) -> QuarterRow {
        let counted = quality.hasFigures ? exact : nil
        let figures = counted.map { exact in
            QuarterRow.Figures(
                android: exact.androidIds + sample(scale: ExactFigures.mostIds),
                ios: exact.iphones(
                    exact.iosAddressMinutes + sample(scale: ExactFigures.mostAddressMinutes)
                ),
                otherPhones: exact.otherPhones(
                    exact.otherAddresses + sample(scale: ExactFigures.mostAddresses)
                )
            )
        }
        return QuarterRow(span: span, quality: quality, figures: figures)
    }

    /// The row of a tally, noised once.
    package func row(of tally: QuarterTally) -> QuarterRow {
        row(tally.span, tally.quality, tally.figures?.exact)
    }

    /// One draw of the noise for a number to which one phone adds up to `scale`.
    func sample(scale: UInt64) -> Int {
        while true {
            // The remainder of the magnitude by the scale, then how often the scale fits in.
            let remainder = uniform(below: scale)
            guard isHit(remainder, of: scale) else { continue }
            var times: UInt64 = 0
            while isHit(1, of: 1) {
                times += 1
            }
            let magnitude = Int(remainder + scale * times)
            let isNegative = draw() & 1 == 1
            // Zero would come up twice as often as it should: once with each sign.
            if magnitude > 0 || !isNegative { return isNegative ? -magnitude : magnitude }
        }
    }

    /// True with probability e^-(part/whole): the parity of the first failure in trials that succeed with
    /// part/whole, part/2 whole, part/3 whole, ...
    private func isHit(_ part: UInt64, of whole: UInt64) -> Bool {
        var trial: UInt64 = 1
        while uniform(below: whole * trial) < part {
            trial += 1
        }
        return trial % 2 == 1
    }

    /// A uniform integer from 0 up to a bound, without the bias of a remainder.
    private func uniform(below bound: UInt64) -> UInt64 {
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let word = draw()
            if word < limit { return word % bound }
        }
    }
}
