package import Fleet

/// Two-sided geometric noise (discrete Laplace) at epsilon 1, from integers alone.
///
/// Floating point would leak through its rounding (Mironov 2012). P(k) is proportional to e^-|k|; the
/// sampler is exact, after C. Canonne, G. Kamath, T. Steinke, "The Discrete Gaussian for Differential
/// Privacy" (2020), algorithms 1 and 2 with rate 1. Epsilon is a constant; configuration cannot loosen it.
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
                android: exact.android + sample(),
                ios: exact.ios + sample(),
                otherPhones: exact.otherPhones + sample()
            )
        }
        return QuarterRow(span: span, quality: quality, figures: figures)
    }

    /// The row of a tally, noised once.
    package func row(of tally: QuarterTally) -> QuarterRow {
        row(tally.span, tally.quality, tally.figures.map { ExactFigures($0) })
    }

    /// One draw of the noise.
    func sample() -> Int {
        while true {
            var magnitude = 0
            while isHitWithInverseE() {
                magnitude += 1
            }
            let isNegative = draw() & 1 == 1
            // Zero would come up twice as often as it should: once with each sign.
            if magnitude > 0 || !isNegative { return isNegative ? -magnitude : magnitude }
        }
    }

    /// True with probability 1/e: the parity of the first failure in trials of 1, 1/2, 1/3, ...
    private func isHitWithInverseE() -> Bool {
        var trial: UInt64 = 1
        while uniform(below: trial) == 0 {
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
