/// A made-up Bluetooth device address; it belongs to no device and is never printed.
///
/// Source: Bluetooth Core 5.2, Vol 6 Part B 1.3 (address kinds by the two top bits).
package struct DeviceAddress: Sendable, Equatable {
    /// What kind of address it is, as the top bits and the address type octet tell.
    package enum Kind: Sendable, CaseIterable {
        /// A public address; drawn with the "locally administered" bit, so no maker owns it.
        case publicAddress
        /// A random static address, the same for the life of a gadget.
        case randomStatic
        /// A resolvable private address, as phones use.
        case resolvable
        /// A non-resolvable private address.
        case nonResolvable
    }

    /// The kind that was asked for.
    package let kind: Kind
    /// The six octets as sent: least significant first.
    package let octets: [UInt8]

    /// A fresh address of a kind.
    package init(_ kind: Kind, dice: inout Xoshiro) {
        var octets = dice.octets(6)
        let top = octets[5]
        switch kind {
        case .publicAddress: octets[5] = (top & 0xFC) | 0x02
        case .randomStatic: octets[5] = top | 0xC0
        case .resolvable: octets[5] = (top & 0x3F) | 0x40
        case .nonResolvable: octets[5] = top & 0x3F
        }
        self.kind = kind
        self.octets = octets
    }

    /// The address type octet of a report: 0 public, 1 random.
    package var typeOctet: UInt8 {
        kind == .publicAddress ? 0 : 1
    }
}
