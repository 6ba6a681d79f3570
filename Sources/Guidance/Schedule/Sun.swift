package import Fleet

/// Where the sun stands over a place, for the change between day and night colours.
///
/// Source: Astronomical Almanac, low precision formulas for the sun (0.01 degrees from 1950 to 2050)
/// and sidereal time. Angles are degrees.
package struct Sun: Sendable, Hashable {
    /// North of the equator.
    package let latitude: Double
    /// East of Greenwich.
    package let longitude: Double

    /// The sun over a place, or nil outside -90...90 and -180...180.
    package init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    private init(certain latitude: Double, _ longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Over Long Xuyên, for kiosks that were not told their place.
    package static let longXuyen = Sun(certain: 10.386, 105.435)

    /// The sine of the sun's height above the horizon.
    package func sineOfHeight(at moment: Instant) -> Double {
        // Days since 2000-01-01 12:00 UTC.
        let days = Double(moment.microseconds) / 86_400e6 - 10_957.5
        let anomaly = 357.528 + 0.985_600_3 * days
        let mean = 280.460 + 0.985_647_4 * days
        let longitude =
            mean + 1.915 * Angle.sine(anomaly) + 0.020 * Angle.sine(2 * anomaly)
        let obliquity = 23.439 - 0.000_000_4 * days
        // The sun as a vector of length one, x towards the spring point, z towards the north pole.
        let x = Angle.cosine(longitude)
        let y = Angle.cosine(obliquity) * Angle.sine(longitude)
        let z = Angle.sine(obliquity) * Angle.sine(longitude)
        let sidereal = 280.460_618_37 + 360.985_647_366_29 * days + self.longitude
        let across = x * Angle.cosine(sidereal) + y * Angle.sine(sidereal)
        return Angle.sine(latitude) * z + Angle.cosine(latitude) * across
    }

    /// Whether the sun's upper edge is above the horizon, refraction included.
    package func isUp(at moment: Instant) -> Bool {
        sineOfHeight(at: moment) > Angle.sine(-0.833)
    }

    /// The colours for a moment: day while the sun is up.
    package func palette(at moment: Instant) -> Palette { isUp(at: moment) ? .day : .night }
}

/// Sine and cosine of degrees; this floor has no C library to ask.
enum Angle {
    static func sine(_ degrees: Double) -> Double {
        // Folded into -90...90, where nine terms of the series are exact to double precision.
        var turn = degrees.truncatingRemainder(dividingBy: 360)
        if turn > 180 { turn -= 360 }
        if turn < -180 { turn += 360 }
        if turn > 90 { turn = 180 - turn }
        if turn < -90 { turn = -180 - turn }
        let angle = turn * Double.pi / 180
        var term = angle
        var sum = angle
        for index in 1...10 {
            term *= -angle * angle / Double(2 * index * (2 * index + 1))
            sum += term
        }
        return sum
    }

    static func cosine(_ degrees: Double) -> Double { sine(degrees + 90) }
}
