/// Elementary functions without the C library, so that every machine gets the same bits.
enum Elementary {
    /// e to the power of minus `x`, for `x` of 0 and more; relative error below 1e-7 up to 20.
    ///
    /// The series to the fourth power at a 1024th of `x`, squared ten times.
    static func fading(_ x: Double) -> Double {
        guard x < 700 else { return 0 }
        let small = -x / 1024
        var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
        for _ in 0..<10 { power *= power }
        return max(power, 0)
    }

    /// The natural logarithm of a positive number; relative error below 1e-12.
    ///
    /// The exponent times ln 2, and for the significand the series of the inverse hyperbolic
    /// tangent.
    static func logarithm(_ x: Double) -> Double {
        let part = (x.significand - 1) / (x.significand + 1)
        let square = part * part
        var sum = 0.0
        for odd in stride(from: 27.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
        return Double(x.exponent) * 0.693_147_180_559_945_3 + 2 * part * sum
    }
}

extension Xoshiro {
    /// A time without memory around a mean in microseconds, such as the gap to the next arrival.
    mutating func exponential(mean: Int64) -> Int64 {
        Int64(-Elementary.logarithm(1 - unit()) * Double(mean))
    }
}
