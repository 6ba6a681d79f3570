/// What things other than phones send.
extension Advert {
    /// A fitness band.
    package static var band: [UInt8] {
        flags(0x06) + services([0xFEE0, 0xFEE7]) + name("Mi Band 3")
    }

    /// Earphones that offer quick pairing under a model number of three octets.
    package static func earphones(model: [UInt8]) -> [UInt8] {
        flags(0x06) + serviceData(0xFE2C, model) + name("Earbuds")
    }

    /// An Eddystone-UID beacon: ten octets of namespace, six of instance.
    package static func eddystone(namespace: [UInt8], instance: [UInt8]) -> [UInt8] {
        let frame = [0x00, 0xE7] + namespace + instance + [0, 0]
        return flags(0x06) + services([0xFEAA]) + serviceData(0xFEAA, frame)
    }

    /// A Windows computer's device beacon with a hash of 23 octets.
    package static func windows(_ hash: [UInt8]) -> [UInt8] {
        manufacturer(0x0006, [0x01, 0x09, 0x20, 0x02] + hash)
    }

    /// An iBeacon of a shop: 16 octets of proximity UUID, then major and minor.
    package static func iBeacon(uuid: [UInt8], major: UInt8, minor: UInt8) -> [UInt8] {
        flags(0x06) + manufacturer(apple, [0x02, 0x15] + uuid + [0, major, 0, minor, 0xC5])
    }

    /// A sign with one long extended advert, more than one report holds.
    ///
    /// Up to 252 octets of noise under the company number that is reserved for tests.
    package static func longSign(_ noise: [UInt8]) -> [UInt8] {
        let title = name("Long Xuyen - Chau Doc")
        return title + manufacturer(0xFFFF, noise)
    }
}
