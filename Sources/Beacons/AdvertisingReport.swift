import Fleet

/// One LE advertising report as the controller delivered it, legacy or extended.
struct AdvertisingReport {
    /// Where the advertising data stands in its chain of fragments.
    enum DataStatus {
        case complete
        case moreToCome
        case truncated
    }

    /// The event type as sent: one octet of a legacy report, two of an extended one.
    let eventType: UInt16
    /// The sender's device address with its type, for telling senders apart.
    let address: AddressWords
    let dataStatus: DataStatus
    /// The advertising set of an extended report, 0xFF when there is none.
    let advertisingSet: UInt8
    /// Received signal strength in dBm, 127 when not measured.
    let rssi: Int8
    let data: ByteView

    /// A device address and its type as two words that only become a trace.
    struct AddressWords: Equatable, CustomStringConvertible, CustomReflectable {
        private let value: UInt64
        private let type: UInt8

        init(value: UInt64, type: UInt8) {
            self.value = value
            self.type = type
        }

        var trace: Trace { Trace(low: value, high: UInt64(type) | 1 << 63) }

        var description: String { "<redacted>" }

        var customMirror: Mirror { Mirror(self, children: [:]) }
    }
}
