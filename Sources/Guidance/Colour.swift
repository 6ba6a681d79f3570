/// An opaque sRGB colour.
package struct Colour: Sendable, Hashable {
    /// The red part, 0 to 255.
    package let red: UInt8
    /// The green part, 0 to 255.
    package let green: UInt8
    /// The blue part, 0 to 255.
    package let blue: UInt8

    /// A colour from its three parts.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from a number such as `0x0B2545`; bits above the lowest 24 are ignored.
    package init(_ rgb: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: rgb >> 16),
            green: UInt8(truncatingIfNeeded: rgb >> 8),
            blue: UInt8(truncatingIfNeeded: rgb)
        )
    }

    /// The relative luminance from 0 (black) to 1 (white), as WCAG 2 defines it.
    package var relativeLuminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The WCAG 2 contrast ratio of two colours, 1 to 21, in either order.
    package func contrast(with other: Colour) -> Double {
        let one = relativeLuminance
        let two = other.relativeLuminance
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The linear light of one sRGB part.
    private static func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        guard value > 0.04045 else { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // base^2.4 = base^2 * (base^2)^(1/5); this floor has no C library to ask for pow.
        return base * base * fifthRoot(base * base)
    }

    /// The fifth root of a number in 0...1, by Newton's method to double precision.
    private static func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<40 {
            let fourth = root * root * root * root
            root -= (root * fourth - value) / (5 * fourth)
        }
        return root
    }
}
