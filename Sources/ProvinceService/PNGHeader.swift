/// The frame of a PNG picture: its signature, its size, and that it is there to its end.
///
/// Source: PNG specification (W3C), 5.2, 11.2.2 and 11.2.5.
struct PNGHeader {
    let width: UInt32
    let height: UInt32

    private static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    private static let imageHeader: [UInt8] = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]

    /// The last chunk: no data, the type IEND, and its CRC.
    private static let imageEnd: [UInt8] = [
        0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ]

    /// Reads the header; nil when the bytes are no PNG or not a whole one.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 45, bytes.suffix(12) == Self.imageEnd[...],
            bytes.starts(with: Self.signature),
            bytes[8..<16].elementsEqual(Self.imageHeader)
        else { return nil }
        width = bytes[16..<20].reduce(0) { $0 << 8 | UInt32($1) }
        height = bytes[20..<24].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether a browser can be asked to show it.
    var isReasonable: Bool {
        (1...4096).contains(width) && (1...4096).contains(height)
    }
}
