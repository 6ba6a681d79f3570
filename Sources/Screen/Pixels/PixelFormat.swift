/// How a panel wants the three colours of a pixel packed into 2, 3 or 4 bytes.
package struct PixelFormat: Sendable, Hashable {
    /// Where a colour's bits lie in the pixel's number.
    package struct Channel: Sendable, Hashable {
        /// The lowest bit.
        package let offset: Int
        /// The number of bits, 1 to 8.
        package let length: Int

        /// A channel from its lowest bit and its number of bits.
        package init(_ offset: Int, _ length: Int) {
            self.offset = offset
            self.length = length
        }
    }

    /// Bytes of a pixel.
    package let bytes: Int
    package let red: Channel
    package let green: Channel
    package let blue: Channel
    /// Bits that are always set: an alpha channel, so that the picture is not transparent.
    package let set: UInt32
    /// Whether the highest byte comes first, as on a serial wire.
    package let isBigEndian: Bool

    /// A format, or nil when it has not 16, 24 or 32 bits or a channel does not fit.
    package init?(
        bits: Int,
        red: Channel,
        green: Channel,
        blue: Channel,
        alpha: Channel? = nil,
        isBigEndian: Bool = false
    ) {
        guard [16, 24, 32].contains(bits) else { return nil }
        for channel in [red, green, blue]
        where !(1...8).contains(channel.length) || channel.offset < 0
            || channel.offset + channel.length > bits
        {
            return nil
        }
        var set: UInt32 = 0
        if let alpha, alpha.length > 0 {
            guard alpha.length <= 8, (0...bits - alpha.length).contains(alpha.offset) else {
                return nil
            }
            set = ((1 << UInt32(alpha.length)) - 1) << UInt32(alpha.offset)
        }
        self.init(bits / 8, red, green, blue, set, isBigEndian)
    }

    private init(
        _ bytes: Int,
        _ red: Channel,
        _ green: Channel,
        _ blue: Channel,
        _ set: UInt32,
        _ isBigEndian: Bool
    ) {
        self.bytes = bytes
        self.red = red
        self.green = green
        self.blue = blue
        self.set = set
        self.isBigEndian = isBigEndian
    }

    /// The bytes blue, green, red, unused: the layout of a `Frame`.
    package static let xrgb8888 = PixelFormat(
        4,
        Channel(16, 8),
        Channel(8, 8),
        Channel(0, 8),
        0,
        false
    )
    /// The bytes red, green, blue, unused.
    package static let xbgr8888 = PixelFormat(
        4,
        Channel(0, 8),
        Channel(8, 8),
        Channel(16, 8),
        0,
        false
    )
    /// 16 bits in the machine's order, red on top.
    package static let rgb565 = PixelFormat(
        2,
        Channel(11, 5),
        Channel(5, 6),
        Channel(0, 5),
        0,
        false
    )
    /// 16 bits, the byte with red first: what serial panels take after COLMOD 55h.
    package static let wire565 = PixelFormat(
        2,
        Channel(11, 5),
        Channel(5, 6),
        Channel(0, 5),
        0,
        true
    )
    /// Red, green and blue byte, of which a panel takes the upper 6 bits after COLMOD 66h.
    package static let wire666 = PixelFormat(
        3,
        Channel(16, 8),
        Channel(8, 8),
        Channel(0, 8),
        0,
        true
    )

    /// The number of a pixel.
    func pack(red: UInt8, green: UInt8, blue: UInt8) -> UInt32 {
        func place(_ value: UInt8, _ channel: Channel) -> UInt32 {
            UInt32(value &>> UInt8(8 &- channel.length)) &<< UInt32(channel.offset)
        }
        return place(red, self.red) | place(green, self.green) | place(blue, self.blue) | set
    }
}
