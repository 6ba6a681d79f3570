import Testing

@testable import Air

@Suite struct DeviceAddressTests {
    @Test(
        "the top bits tell the kind",
        arguments: [
            (DeviceAddress.Kind.randomStatic, UInt8(0b11), UInt8(1)),
            (.resolvable, 0b01, 1),
            (.nonResolvable, 0b00, 1),
        ]
    )
    func topBits(kind: DeviceAddress.Kind, bits: UInt8, type: UInt8) {
        var dice = Xoshiro(seed: 9)
        for _ in 0..<100 {
            let address = DeviceAddress(kind, dice: &dice)
            #expect(address.octets.count == 6)
            #expect(address.octets[5] >> 6 == bits)
            #expect(address.typeOctet == type)
        }
    }

    @Test("a public address is locally administered, so it is no maker's")
    func publicAddress() {
        var dice = Xoshiro(seed: 9)
        for _ in 0..<100 {
            let address = DeviceAddress(.publicAddress, dice: &dice)
            #expect(address.octets[5] & 0b11 == 0b10)
            #expect(address.typeOctet == 0)
        }
    }
}
