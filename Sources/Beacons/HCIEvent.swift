/// An event a Bluetooth controller sent to its host: a code and its parameters.
///
/// Source: Bluetooth Core Vol 4 Part E 5.4.4. Layout: code, length of the parameters, parameters.
package struct HCIEvent {
    package let code: UInt8
    package let parameters: ByteView

    /// The code that carries all LE events, told apart by their first parameter.
    package static let leMeta: UInt8 = 0x3e

    /// Reads an event packet without its H4 octet; nil when it is shorter than it claims.
    package init?(_ packet: ByteView) {
        guard let code = packet.byte(0), let length = packet.byte(1),
            let parameters = packet.slice(2, Int(length))
        else { return nil }
        self.code = code
        self.parameters = parameters
    }
}
