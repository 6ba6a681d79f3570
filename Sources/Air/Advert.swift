/// Advertising data of the devices in a scene, octet by octet as they go on air.
///
/// This is the independent encoder that the decoder is tested against, so it shares no code with
/// it. Layout: Bluetooth Core 5.2, Vol 3 Part C 11; types: Core Specification Supplement.
package enum Advert {
    /// One AD structure: length, type, data.
    package static func structure(_ type: UInt8, _ data: [UInt8]) -> [UInt8] {
        [UInt8(truncatingIfNeeded: data.count + 1), type] + data
    }

    /// The flags structure.
    package static func flags(_ value: UInt8) -> [UInt8] {
        structure(0x01, [value])
    }

    /// A name in ASCII, complete.
    package static func name(_ text: String) -> [UInt8] {
        structure(0x09, Array(text.utf8))
    }

    /// Manufacturer data under a company number.
    package static func manufacturer(_ company: UInt16, _ payload: [UInt8]) -> [UInt8] {
        structure(0xFF, littleEndian(company) + payload)
    }

    /// A complete list of 16-bit service numbers.
    package static func services(_ numbers: [UInt16]) -> [UInt8] {
        structure(0x03, numbers.flatMap(littleEndian))
    }

    /// Service data under a 16-bit service number.
    package static func serviceData(_ number: UInt16, _ payload: [UInt8]) -> [UInt8] {
        structure(0x16, littleEndian(number) + payload)
    }

    private static func littleEndian(_ value: UInt16) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
}
