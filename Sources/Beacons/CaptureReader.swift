package import Fleet

/// One packet of a capture that is an event from a controller to its host.
package struct CapturedEvent {
    /// When it was captured.
    package let time: Instant
    /// The event packet without its H4 octet.
    package let packet: ByteView
}

/// Reads the controller events of a btsnoop or pcapng capture, in the order of the file.
package struct CaptureReader {
    // One of the two is there. An enum would be copied for every event, with a pcapng's interfaces.
    private var btsnoop: BtsnoopReader?
    private var pcapng: PcapngReader?

    /// Looks at the beginning of the file and checks its header.
    ///
    /// - Parameter file: The whole capture, which must outlive the reader and its events.
    /// - Throws: `CaptureError` when it is no capture of Bluetooth HCI.
    package init(_ file: ByteView) throws(CaptureError) {
        guard file.count > 0 else { throw .empty }
        if let magic: UInt64 = file.bigEndian(0), magic == BtsnoopReader.magic {
            btsnoop = try BtsnoopReader(file)
        } else if let type: UInt32 = file.bigEndian(0), type == PcapngReader.sectionHeader {
            pcapng = PcapngReader(file)
        } else if Self.isBeginning(of: BtsnoopReader.magic, file)
            || Self.isBeginning(of: PcapngReader.sectionHeader, file)
        {
            throw .cut(offset: file.count, records: 0)
        } else {
            throw .notACapture
        }
    }

    /// Whether a file ends inside the number that should stand at its beginning.
    private static func isBeginning<T: FixedWidthInteger>(of magic: T, _ file: ByteView) -> Bool {
        guard file.count < MemoryLayout<T>.size else { return false }
        return withUnsafeBytes(of: magic.bigEndian) { whole in
            file.withBytes { $0.elementsEqual(whole.prefix(file.count)) }
        }
    }

    /// The next event, nil at the end of the file.
    ///
    /// - Throws: `CaptureError.cut` or `.damaged`; every event before was given.
    package mutating func next() throws(CaptureError) -> CapturedEvent? {
        if btsnoop != nil { return try btsnoop?.next() }
        return try pcapng?.next()
    }
}
