/// What one device sends in one advertising event.
package struct Packet: Sendable, Equatable {
    /// The advertising PDU, which decides the event type of a report.
    package enum PDU: Sendable {
        /// ADV_IND: connectable and scannable.
        case connectable
        /// ADV_NONCONN_IND: neither connectable nor scannable.
        case nonConnectable
        /// SCAN_RSP, the answer to an active scanner, after an ADV_IND.
        case scanResponse
        /// An extended advert (AUX_ADV_IND), which may hold more than 31 octets.
        case extended
    }

    /// The PDU it travels in.
    package let pdu: PDU
    /// The sender's address at this moment.
    package let address: DeviceAddress
    /// The advertising data: at most 31 octets unless the PDU is extended.
    package let data: [UInt8]

    /// A packet of one device.
    package init(pdu: PDU, address: DeviceAddress, data: [UInt8]) {
        self.pdu = pdu
        self.address = address
        self.data = data
    }
}

/// One packet as the receiver heard it.
package struct AirReport: Sendable, Equatable {
    /// When it was heard, in microseconds since 1970 UTC.
    package let time: Int64
    /// How loud it was, in dBm.
    package let rssi: Int8
    /// What was heard.
    package let packet: Packet

    /// A packet heard at a time.
    package init(time: Int64, rssi: Int8, packet: Packet) {
        self.time = time
        self.rssi = rssi
        self.packet = packet
    }
}
