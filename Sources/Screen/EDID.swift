/// What a display says of itself: the base block of VESA Enhanced EDID, release A2.
package struct EDID: Sendable, Equatable {
    /// Three letters, PNP id.
    package let maker: String
    /// The maker's number for the model.
    package let product: UInt16
    /// The serial number, 0 for none.
    package let serialNumber: UInt32
    /// The model's name, nil when it has none.
    package let name: String?
    /// The serial number in letters and digits, nil when it has none.
    package let serialText: String?
    /// Width and height of the picture in millimetres, nil where it does not say.
    ///
    /// From the first detailed timing, else from the field in centimetres. Cheap panels lie here.
    package let millimetres: [Int]?

    private static let header: [UInt8] = [0, 255, 255, 255, 255, 255, 255, 0]
    private static let blockSize = 128
    private static let descriptors = [54, 72, 90, 108]

    /// Reads the first block; nil unless header and checksum are right.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.blockSize else { return nil }
        let block = Array(bytes[..<Self.blockSize])
        guard Array(block[..<8]) == Self.header, block.reduce(0, &+) == 0,
            let maker = Self.letters(UInt16(block[8]) << 8 | UInt16(block[9]))
        else { return nil }
        self.maker = maker
        product = UInt16(block[10]) | UInt16(block[11]) << 8
        serialNumber = (0..<4).reduce(0) { $0 | UInt32(block[12 + $1]) << UInt32(8 * $1) }
        name = Self.text(of: 0xfc, in: block)
        serialText = Self.text(of: 0xff, in: block)
        millimetres = Self.timingSize(in: block) ?? Self.coarseSize(in: block)
    }

    /// Three letters of five bits each, `A` is 1; nil for anything else.
    private static func letters(_ packed: UInt16) -> String? {
        guard packed >> 15 == 0 else { return nil }
        let codes = [packed >> 10 & 31, packed >> 5 & 31, packed & 31]
        guard codes.allSatisfy({ (1...26).contains($0) }) else { return nil }
        return String(decoding: codes.map { UInt8($0) + 0x40 }, as: UTF8.self)
    }

    /// The text of the first display descriptor with that tag.
    private static func text(of tag: UInt8, in block: [UInt8]) -> String? {
        for at in descriptors
        where block[at] == 0 && block[at + 1] == 0 && block[at + 2] == 0 && block[at + 3] == tag {
            // Up to 13 characters, ended by a line feed where they are fewer.
            let characters = block[(at + 5)..<(at + 18)].prefix { $0 != 0x0a && $0 != 0 }
            let printable = characters.map { (0x20...0x7e).contains($0) ? $0 : 0x3f }
            let text = String(decoding: printable, as: UTF8.self)
            let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            return trimmed.isEmpty ? nil : String(trimmed)
        }
        return nil
    }

    private static func timingSize(in block: [UInt8]) -> [Int]? {
        // A descriptor whose first two bytes are not zero is a detailed timing.
        guard let at = descriptors.first(where: { block[$0] != 0 || block[$0 + 1] != 0 })
        else { return nil }
        let high = Int(block[at + 14])
        let width = Int(block[at + 12]) | (high & 0xf0) << 4
        let height = Int(block[at + 13]) | (high & 0x0f) << 8
        return width > 0 && height > 0 ? [width, height] : nil
    }

    private static func coarseSize(in block: [UInt8]) -> [Int]? {
        // With one of the two zero the other is a shape and no size.
        block[21] > 0 && block[22] > 0 ? [Int(block[21]) * 10, Int(block[22]) * 10] : nil
    }

    /// The panel's record for reports.
    package var asset: PanelAsset {
        PanelAsset(
            maker: maker,
            model: name ?? Self.hexadecimal(product),
            serial: serialText ?? (serialNumber == 0 ? "" : String(serialNumber)),
            millimetres: millimetres
        )
    }

    private static func hexadecimal(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
