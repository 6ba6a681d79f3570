/// Functions of the C library that the core does without.
enum Elementary {
    /// e to the power of -x, for x from 0 on, to a part in 10^12; 0 from 50 on.
    static func decay(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < 50 else { return 0 }
        // Halved six times, the series needs few terms; squaring brings it back.
        let small = x / 64
        var term = 1.0
        var sum = 1.0
        for n in 1...12 {
            term *= -small / Double(n)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }
}
