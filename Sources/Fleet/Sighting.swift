/// One advertising report after classification: what sent it, and the trace to tell senders apart.
package struct Sighting: Sendable {
    package let kind: BeaconClass
    /// The Bluezone id for `bluezoneAndroid`; the device address for iPhones and other phones.
    package let trace: Trace
    /// Received signal strength in dBm; 127 when the controller did not measure it (Core Vol 4 E 7.7.65.2).
    package let rssi: Int8

    package init(kind: BeaconClass, trace: Trace, rssi: Int8) {
        self.kind = kind
        self.trace = trace
        self.rssi = rssi
    }
}
