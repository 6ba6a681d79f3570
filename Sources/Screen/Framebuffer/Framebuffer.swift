package import Guidance

/// A framebuffer device that is open; never shared between threads.
package protocol Framebuffer: AnyObject {
    /// How its memory is laid out now.
    ///
    /// Throws `ScreenError` when the device is gone or its layout cannot be used.
    func layout() throws(ScreenError) -> FramebufferLayout

    /// Lends the memory from the first visible pixel on.
    func withMemory(_ body: (UnsafeMutableRawBufferPointer) -> Void)

    /// Lights the panel or ends its signal; whether the driver did it.
    func setLit(_ isLit: Bool) -> Bool
}

/// What the kernel says of a framebuffer; `struct fb_var_screeninfo` and `fb_fix_screeninfo`.
package struct FramebufferFacts: Sendable, Equatable {
    /// Whether pixels lie one after the other with true colours; else palettes, planes or text.
    package var isTrueColour = true
    /// Visible pixels.
    package var width: Int
    package var height: Int
    /// Where the visible part begins in the memory.
    package var left = 0
    package var top = 0
    /// Bits of a pixel.
    package var bits: Int
    /// Bytes from one row to the next, `line_length`.
    package var pitch: Int
    /// Bytes of the whole memory, `smem_len`.
    package var length: Int
    package var red: PixelFormat.Channel
    package var green: PixelFormat.Channel
    package var blue: PixelFormat.Channel
    /// The alpha channel, nil where it has none.
    package var alpha: PixelFormat.Channel?

    /// Facts of a framebuffer with true colours.
    package init(
        width: Int,
        height: Int,
        bits: Int,
        pitch: Int,
        length: Int,
        red: PixelFormat.Channel,
        green: PixelFormat.Channel,
        blue: PixelFormat.Channel
    ) {
        (self.width, self.height, self.bits) = (width, height, bits)
        (self.pitch, self.length) = (pitch, length)
        (self.red, self.green, self.blue) = (red, green, blue)
    }
}

/// The visible part of a framebuffer that can be drawn on.
package struct FramebufferLayout: Sendable, Equatable {
    /// Visible pixels.
    package let size: PixelSize
    /// Bytes from one row to the next.
    package let pitch: Int
    /// How a pixel is packed.
    package let format: PixelFormat
    /// Bytes before the first visible pixel.
    package let start: Int
    /// Bytes of the whole memory.
    package let length: Int

    /// The layout of a framebuffer.
    ///
    /// - Throws: `ScreenError.device` that names the path and what is wrong with its format.
    package init(_ facts: FramebufferFacts, path: String) throws(ScreenError) {
        func unusable(_ what: String) -> ScreenError {
            .device(
                path: path,
                problem: "\(what); set its depth to 16 or 32 bits (fbset -depth 32), or use "
                    + "--display kms"
            )
        }
        guard facts.isTrueColour else {
            throw unusable("its pixels are not true colours one after the other")
        }
        let format = PixelFormat(
            bits: facts.bits,
            red: facts.red,
            green: facts.green,
            blue: facts.blue,
            alpha: facts.alpha
        )
        guard let format else {
            throw unusable("pixels of \(facts.bits) bits in that arrangement are not known here")
        }
        size = PixelSize(width: facts.width, height: facts.height)
        pitch = facts.pitch
        self.format = format
        length = facts.length
        start = facts.top * facts.pitch + facts.left * format.bytes
        let row = facts.width * format.bytes
        let side = 1...32_768
        guard side.contains(facts.width), side.contains(facts.height), facts.left >= 0,
            facts.top >= 0, facts.pitch <= 1 << 20, facts.left * format.bytes + row <= facts.pitch,
            start + (facts.height - 1) * facts.pitch + row <= facts.length
        else {
            throw unusable("\(size) pixels do not fit its memory of \(facts.length) bytes")
        }
    }
}
