import Testing

@testable import Air

@Suite struct AdvertTests {
    static let id = octets("64f44a2c37b85e52d83ee1f8")

    @Test(
        "an Android phone with Bluezone sends exactly the octets of the notes",
        arguments: [
            (UInt8(0x02) as UInt8?, "0201020fffb52264f44a2c37b85e52d83ee1f80303564e"),
            (0x1A, "02011a0fffb52264f44a2c37b85e52d83ee1f80303564e"),
            (nil, "0fffb52264f44a2c37b85e52d83ee1f80303564e"),
        ]
    )
    func android(flags: UInt8?, hex: String) {
        #expect(Advert.bluezoneAndroid(id: Self.id, flags: flags) == octets(hex))
    }

    @Test("version 1 sends six letters and its long service number in 31 octets")
    func firstVersion() {
        let advert = Advert.bluezoneFirstVersion(id: Array("ABCXYZ".utf8))
        #expect(
            advert
                == octets("020102" + "09ffb52241424358595a")
                + octets("110789a807add1172fa1c44bf573f4390ae2")
        )
        #expect(advert.count == 31)
    }

    @Test(
        "iPhones send exactly the octets of the notes",
        arguments: [
            (
                Advert.bluezoneOpenWithName,
                "02011a110767a607add1172fa1c44bf573564e00000909426c75657a6f6e65"
            ),
            (Advert.bluezoneOpenWithPower, "02011a020a0c110767a607add1172fa1c44bf573564e0000"),
            (Advert.bluezoneName, "0909426c75657a6f6e65"),
            (
                Advert.backgroundiPhone(bits: [3], withPower: false),
                "02011a14ff4c000108000000000000000000000000000000"
            ),
            (
                Advert.backgroundiPhone(bits: [3], withPower: true),
                "02011a020a0c14ff4c000108000000000000000000000000000000"
            ),
            (
                Advert.nearbyInfo(octets("071ea3dd89e0")) + Advert.overflow(bits: [3]),
                "02011a020a0c0bff4c001006071ea3dd89e014ff4c000108000000000000000000000000000000"
            ),
            (
                Advert.backgroundiPhone(bits: [3, 78], withPower: false),
                "02011a14ff4c000108000000000000000040000000000000"
            ),
            (Advert.overflow(bits: [85, 128, -1]), "14ff4c000100000000000000000000200000000000"),
        ]
    )
    func iPhone(data: [UInt8], hex: String) {
        #expect(data == octets(hex))
    }

    @Test("other devices send what the notes show, within 31 octets")
    func others() {
        let zeros = { [UInt8](repeating: 0, count: $0) }
        let adverts = [
            Advert.band, Advert.earphones(model: zeros(3)), Advert.windows(zeros(23)),
            Advert.eddystone(namespace: zeros(10), instance: zeros(6)),
            Advert.iBeacon(uuid: zeros(16), major: 1, minor: 2), Advert.googleNearby(zeros(20)),
        ]
        for advert in adverts { #expect(advert.count <= 31) }
        #expect(Advert.band == octets("0201060503e0fee7fe0a094d692042616e642033"))
        #expect(Advert.googleNearby(zeros(20)).prefix(7) == octets("1a16f3fe4a1723")[...])
        #expect(Advert.longSign(zeros(250)).count > 229)
    }
}
