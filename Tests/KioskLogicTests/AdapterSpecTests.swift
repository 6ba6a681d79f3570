import Testing

@testable import KioskLogic

@Suite struct AdapterSpecTests {
    private static let usb = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-4/1-4:1.0/bluetooth/hci1"

    @Test(
        "an index, an address, a place or all are taken",
        arguments: [
            ("0", .index(0)), ("hci3", .index(3)), ("all", .all),
            ("aa:bb:cc:dd:ee:0f", .address("AA:BB:CC:DD:EE:0F")), ("usb1/1-4", .path("usb1/1-4")),
        ] as [(String, AdapterSpec)]
    )
    func taken(text: String, spec: AdapterSpec) {
        #expect(AdapterSpec(text) == spec)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "16", "-1", "hci", "hci99", "ALL", "aa:bb:cc:dd:ee", "ag:bb:cc:dd:ee:ff", "usb1",
            "/",
            "/sys/devices/", "a:b:c:d:e:f",
        ]
    )
    func refused(text: String) {
        #expect(AdapterSpec(text) == nil)
    }

    @Test(
        "an adapter is meant by what it keeps",
        arguments: [
            (.index(1), true), (.index(0), false), (.all, true),
            (.address("AA:BB:CC:DD:EE:FF"), true), (.address("AA:BB:CC:DD:EE:00"), false),
            (.path("usb1/1-4"), true),
            (.path("/sys/devices/pci0000:00/0000:00:14.0/usb1/1-4"), true),
            (.path("usb1/1-4/1-4:1.0"), true), (.path("usb1/1-"), false),
            (.path("usb2/1-4"), false),
        ] as [(AdapterSpec, Bool)]
    )
    func meant(spec: AdapterSpec, isMeant: Bool) {
        #expect(spec.means(index: 1, address: "aa:bb:cc:dd:ee:ff", path: Self.usb) == isMeant)
    }

    @Test("an adapter whose address is not known is not the one with an address")
    func unknownAddress() {
        let spec = AdapterSpec.address("AA:BB:CC:DD:EE:FF")
        #expect(!spec.means(index: 1, address: nil, path: Self.usb))
    }

    @Test("its description shows no address")
    func description() {
        #expect(!"\(AdapterSpec.address("AA:BB:CC:DD:EE:FF"))".contains("AA"))
    }

    @Test("only a profile with one adapter means it under another index; all adapters are none")
    func one() {
        #expect(AdapterSpec.nameOne([.index(0)]))
        #expect(AdapterSpec.nameOne([.path("usb1/1-4")]))
        #expect(!AdapterSpec.nameOne([.all]))
        #expect(!AdapterSpec.nameOne([.index(0), .index(1)]))
    }
}
