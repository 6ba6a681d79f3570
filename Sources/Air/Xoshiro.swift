/// The SplitMix64 generator, used only to spread one seed over many independent states.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
package struct SplitMix: Sendable {
    private var state: UInt64

    /// A generator that starts from a seed; neighbouring seeds give unrelated numbers.
    package init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The dice of a scene: xoshiro256** with its own draws, so a seed gives the same air everywhere.
///
/// The draws do not use the standard library's `random(in:using:)`, whose algorithm may change
/// between compilers. Source: Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators" (2018). Not for secrets.
package struct Xoshiro: Sendable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// Dice for one stream of a seed; streams of the same seed are independent of each other.
    package init(seed: UInt64, stream: UInt64 = 0) {
        var outer = SplitMix(seed: seed)
        var inner = SplitMix(seed: outer.next() ^ (stream &* 0xD134_2543_DE82_EF95))
        a = inner.next()
        b = inner.next()
        c = inner.next()
        d = inner.next()
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        let product = b &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = (d << 45) | (d >> 19)
        return result
    }
}

extension Xoshiro {
    /// A number from 0 up to, not including, 1.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number inside the two bounds.
    package mutating func between(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * unit()
    }

    /// A whole number from 0 up to, not including, the limit; 0 when the limit is not positive.
    package mutating func below(_ limit: Int64) -> Int64 {
        guard limit > 0 else { return 0 }
        return Int64(UInt64(limit).multipliedFullWidth(by: next()).high)
    }

    /// True with the given probability.
    package mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// A bell-shaped number with mean 0 and standard deviation 1, never beyond 3.5.
    ///
    /// The sum of four uniform draws: near enough to a normal one for signal levels.
    package mutating func bell() -> Double {
        (unit() + unit() + unit() + unit() - 2) * 1.732_050_807_568_877_2
    }

    /// A count around the mean: a binomial draw of twice as many tries, so never far off.
    package mutating func count(mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        let tries = Int(2 * mean) + 1
        let probability = mean / Double(tries)
        var hits = 0
        for _ in 0..<tries where chance(probability) { hits += 1 }
        return hits
    }

    /// Random octets.
    package mutating func octets(_ count: Int) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(count)
        for _ in 0..<count { octets.append(UInt8(truncatingIfNeeded: next() >> 32)) }
        return octets
    }
}
