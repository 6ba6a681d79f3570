import Fleet

/// Reads the Bluetooth HCI packets of a pcapng file, in either byte order.
///
/// Source: IETF draft-ietf-opsawg-pcapng; link types from tcpdump.org: 187 H4, 201 H4 with direction,
/// 254 Linux monitor.
struct PcapngReader {
    static let sectionHeader: UInt32 = 0x0a0d_0d0a
    private static let interfaceDescription: UInt32 = 1
    private static let obsoletePacket: UInt32 = 2
    private static let simplePacket: UInt32 = 3
    private static let enhancedPacket: UInt32 = 6

    fileprivate enum LinkType: UInt16 {
        case h4 = 187
        case h4WithDirection = 201
        case monitor = 254
    }

    /// What an interface description says: its packets' layout and the unit of its time stamps.
    fileprivate struct Interface {
        let link: LinkType
        var ticksPerSecond: UInt64 = 1_000_000
        /// Seconds to add to every time stamp.
        var secondsAhead: Int64 = 0
    }

    private let file: ByteView
    private var offset = 0
    private var records = 0
    private var isBigEndian = false
    private var interfaces: [Interface] = []

    init(_ file: ByteView) {
        self.file = file
    }

    mutating func next() throws(CaptureError) -> CapturedEvent? {
        while offset < file.count {
            guard let rawType: UInt32 = file.bigEndian(offset) else { throw cut }
            if rawType == Self.sectionHeader { try beginSection() }
            guard let type = word(file, offset), let length = word(file, offset + 4) else {
                throw cut
            }
            guard length >= 12, length % 4 == 0 else {
                throw damaged("a block of \(length) bytes")
            }
            guard let block = file.slice(offset, Int(length)) else { throw cut }
            guard word(block, Int(length) - 4) == length else {
                throw damaged("a block whose two lengths differ")
            }
            let found = try take(block, type: type)
            offset += Int(length)
            records += 1
            if let found { return found }
        }
        return nil
    }

    private mutating func beginSection() throws(CaptureError) {
        guard let order: UInt32 = file.bigEndian(offset + 8) else { throw cut }
        switch order {
        case 0x1a2b_3c4d: isBigEndian = true
        case 0x4d3c_2b1a: isBigEndian = false
        default: throw damaged("a section of unknown byte order")
        }
        guard let major = half(file, offset + 12) else { throw cut }
        guard major == 1 else { throw .unsupportedVersion(UInt32(major)) }
        interfaces = []
    }

    private mutating func take(
        _ block: ByteView,
        type: UInt32
    ) throws(CaptureError)
        -> CapturedEvent?
    {
        switch type {
        case Self.interfaceDescription:
            interfaces.append(try interface(block))
            return nil
        case Self.enhancedPacket:
            return try packet(block)
        case Self.simplePacket, Self.obsoletePacket:
            throw damaged("a packet block of type \(type); rewrite the file with editcap")
        default:
            return nil
        }
    }

    private func interface(_ block: ByteView) throws(CaptureError) -> Interface {
        guard let number = half(block, 8) else { throw damaged("a short interface block") }
        guard let link = LinkType(rawValue: number) else { throw .unknownDatalink(UInt32(number)) }
        var described = Interface(link: link)
        var option = 16
        while let code = half(block, option), let length = half(block, option + 2), code != 0,
            option + 4 + Int(length) <= block.count - 4
        {
            if code == 9, length == 1, let resolution = block.byte(option + 4) {
                described.ticksPerSecond = try ticksPerSecond(resolution)
            }
            if code == 14, length == 8 {
                described.secondsAhead = Int64(bitPattern: long(block, option + 4) ?? 0)
            }
            option += 4 + (Int(length) + 3) / 4 * 4
        }
        return described
    }

    private func ticksPerSecond(_ resolution: UInt8) throws(CaptureError) -> UInt64 {
        let exponent = Int(resolution & 0x7f)
        if resolution & 0x80 != 0, exponent <= 40 { return 1 << UInt64(exponent) }
        guard resolution & 0x80 == 0, exponent <= 12 else {
            throw damaged("a clock resolution nobody has")
        }
        return (0..<exponent).reduce(1) { ticks, _ in ticks * 10 }
    }

    private func packet(_ block: ByteView) throws(CaptureError) -> CapturedEvent? {
        guard let index = word(block, 8), let high = word(block, 12), let low = word(block, 16),
            let included = word(block, 20),
            let bytes = block.slice(28, Int(included)), 28 + Int(included) <= block.count - 4
        else { throw damaged("a packet block shorter than its packet") }
        guard Int(index) < interfaces.count else {
            throw damaged("a packet of interface \(index), which was never described")
        }
        let interface = interfaces[Int(index)]
        guard let time = interface.time(ticks: UInt64(high) << 32 | UInt64(low)) else {
            throw damaged("a time stamp outside 1970...2200")
        }
        return event(in: bytes, link: interface.link).map { CapturedEvent(time: time, packet: $0) }
    }

    private func event(in packet: ByteView, link: LinkType) -> ByteView? {
        switch link {
        case .h4:
            packet.byte(0) == 0x04 ? packet.suffix(from: 1) : nil
        case .h4WithDirection:
            packet.byte(4) == 0x04 ? packet.suffix(from: 5) : nil
        case .monitor:
            // Adapter index and opcode, 16 bits each, big-endian; opcode 3 is an event.
            packet.bigEndian(2, as: UInt16.self) == 3 ? packet.suffix(from: 4) : nil
        }
    }

    private func long(_ bytes: ByteView, _ offset: Int) -> UInt64? {
        isBigEndian ? bytes.bigEndian(offset) : bytes.littleEndian(offset)
    }

    private func word(_ bytes: ByteView, _ offset: Int) -> UInt32? {
        isBigEndian ? bytes.bigEndian(offset) : bytes.littleEndian(offset)
    }

    private func half(_ bytes: ByteView, _ offset: Int) -> UInt16? {
        isBigEndian ? bytes.bigEndian(offset) : bytes.littleEndian(offset)
    }

    private var cut: CaptureError { .cut(offset: offset, records: records) }

    private func damaged(_ reason: String) -> CaptureError {
        .damaged(offset: offset, records: records, reason: reason)
    }
}

extension PcapngReader.Interface {
    /// The moment of a time stamp, nil outside 1970...2200.
    fileprivate func time(ticks: UInt64) -> Instant? {
        let (whole, rest) = ticks.quotientAndRemainder(dividingBy: ticksPerSecond)
        guard let clock = Int64(exactly: whole) else { return nil }
        let (seconds, isOverflow) = clock.addingReportingOverflow(secondsAhead)
        guard !isOverflow, (0...Instant.plausible.upperBound.seconds).contains(seconds) else {
            return nil
        }
        let (fraction, _) = ticksPerSecond.dividingFullWidth(
            rest.multipliedFullWidth(by: 1_000_000)
        )
        let time = Instant(microseconds: seconds * 1_000_000 + Int64(fraction))
        return Instant.plausible.contains(time) ? time : nil
    }
}
