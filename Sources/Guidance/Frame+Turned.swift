extension Frame {
    /// The picture turned clockwise by a number of quarter turns.
    package func turned(quarters: Int) -> Frame {
        let turns = ((quarters % 4) + 4) % 4
        guard turns > 0 else { return self }
        let (newWidth, newHeight) = turns == 2 ? (width, height) : (height, width)
        var turned = [UInt8](repeating: 0, count: newWidth * newHeight * 4)
        for y in 0..<height {
            for x in 0..<width {
                let (toX, toY) =
                    switch turns {
                    case 1: (height - 1 - y, x)
                    case 2: (width - 1 - x, height - 1 - y)
                    default: (y, width - 1 - x)
                    }
                let (from, to) = (y * stride + x * 4, (toY * newWidth + toX) * 4)
                for byte in 0..<4 { turned[to + byte] = pixels[from + byte] }
            }
        }
        return Frame(width: newWidth, height: newHeight, stride: newWidth * 4, pixels: turned)
            ?? self
    }
}
