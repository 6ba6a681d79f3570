package import Fleet

/// Turns the events of a controller into sightings; the one way from bytes to classes.
package struct AdvertListener {
    private var assembler = FragmentAssembler()
    /// Advertising reports seen, fragments counted one by one.
    package private(set) var reports: UInt64 = 0
    /// Events that claimed more than they held; what came before the damage was used.
    package private(set) var damagedEvents: UInt64 = 0

    package init() {}

    /// Chains of extended advertising data that never came to their end.
    package var lostChains: UInt64 { assembler.lostChains }

    /// Forgets fragments whose chains are not complete.
    package mutating func forget() {
        assembler.wipe()
    }

    /// Hears one event packet without its H4 octet and gives each report's sighting to `body`.
    ///
    /// A fragment of a chain is given as `other`, so that every report is given exactly once; the
    /// chain's last fragment carries the class of the whole.
    ///
    /// - Parameters:
    ///   - packet: The event.
    ///   - sink: What the sightings are for, such as a census.
    ///   - body: Gives one sighting to the sink.
    package mutating func hear<Sink>(
        _ packet: ByteView,
        into sink: inout Sink,
        _ body: (inout Sink, Sighting) -> Void
    ) {
        guard let event = HCIEvent(packet) else {
            damagedEvents += 1
            return
        }
        guard var found = AdvertisingReports(event) else { return }
        while let report = found.next() {
            reports += 1
            body(&sink, sighting(of: report))
        }
        if found.isDamaged { damagedEvents += 1 }
    }

    private mutating func sighting(of report: AdvertisingReport) -> Sighting {
        switch assembler.take(report) {
        case .whole:
            Self.sighting(of: report, data: report.data)
        case .joined:
            assembler.withJoined { Self.sighting(of: report, data: $0) }
        case .pending:
            Sighting(kind: .other, trace: .none, rssi: report.rssi)
        case .broken:
            Sighting(kind: .malformed, trace: .none, rssi: report.rssi)
        }
    }

    private static func sighting(of report: AdvertisingReport, data: ByteView) -> Sighting {
        let (kind, id) = Classifier.classify(data)
        return Sighting(kind: kind, trace: id ?? report.address.trace, rssi: report.rssi)
    }
}
