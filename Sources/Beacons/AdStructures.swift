/// One structure of advertising data: a type and what stands behind it.
///
/// Source: Bluetooth Core Vol 3 Part C 11; types from the Assigned Numbers, 2.3.
struct AdStructure {
    let type: UInt8
    let data: ByteView

    static let uuid16Incomplete: UInt8 = 0x02
    static let uuid16Complete: UInt8 = 0x03
    static let uuid32Incomplete: UInt8 = 0x04
    static let uuid32Complete: UInt8 = 0x05
    static let uuid128Incomplete: UInt8 = 0x06
    static let uuid128Complete: UInt8 = 0x07
    static let serviceData16: UInt8 = 0x16
    static let manufacturerData: UInt8 = 0xff
}

/// Walks advertising data from structure to structure, at any length of data.
///
/// A length of 0 ends the significant part. A length that reaches beyond the data marks the whole
/// report as malformed: nothing of it may be trusted.
struct AdStructures {
    private let data: ByteView
    private var offset = 0
    private(set) var isMalformed = false

    init(_ data: ByteView) {
        self.data = data
    }

    mutating func next() -> AdStructure? {
        guard let length = data.byte(offset), length > 0 else { return nil }
        guard let body = data.slice(offset + 1, Int(length)), let type = body.byte(0),
            let content = body.suffix(from: 1)
        else {
            isMalformed = true
            return nil
        }
        offset += 1 + Int(length)
        return AdStructure(type: type, data: content)
    }
}
