import Guidance

/// Frames of which every pixel is known.
enum Picture {
    /// A frame by a function of the place, with rows longer than they need to be.
    static func frame(
        _ width: Int,
        _ height: Int,
        padding: Int = 12,
        _ colour: (Int, Int) -> Colour
    ) -> Frame? {
        let stride = width * 4 + padding
        var pixels = [UInt8](repeating: 0xee, count: stride * height)
        for y in 0..<height {
            for x in 0..<width {
                let (at, colour) = (y * stride + x * 4, colour(x, y))
                pixels[at] = colour.blue
                pixels[at + 1] = colour.green
                pixels[at + 2] = colour.red
            }
        }
        return Frame(width: width, height: height, stride: stride, pixels: pixels)
    }

    /// A frame in which no two pixels are alike.
    static func unique(_ width: Int, _ height: Int, seed: Int = 0) -> Frame? {
        frame(width, height) { x, y in
            let number = (y * width + x + seed) &* 40_503
            return Colour(
                red: UInt8(truncatingIfNeeded: number >> 8),
                green: UInt8(truncatingIfNeeded: number),
                blue: UInt8(truncatingIfNeeded: number >> 3)
            )
        }
    }

    /// A frame of one colour.
    static func plain(_ width: Int, _ height: Int, _ colour: Colour) -> Frame? {
        frame(width, height) { _, _ in colour }
    }
}
