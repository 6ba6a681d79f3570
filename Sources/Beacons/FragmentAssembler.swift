/// Joins the fragments of extended advertising data into one piece.
///
/// A controller may deliver up to 1650 octets in several reports that differ only in data status
/// (Bluetooth Core Vol 4 Part E 7.7.65.13). Room is fixed: a few senders at once, the oldest gives way.
struct FragmentAssembler {
    /// Most octets of advertising data one sender can have.
    static let maximumLength = 1650
    /// Senders whose fragments may be under way at the same time.
    static let places = 8

    private var slots: [Slot] = []
    /// Chains that never came to their end: given way, overlong, or cut by the controller.
    private(set) var lostChains: UInt64 = 0

    /// Chains of which something is held.
    var held: Int { slots.count }

    /// The fragments of one advert so far.
    private struct Slot: CustomStringConvertible, CustomReflectable {
        let address: AdvertisingReport.AddressWords
        let set: UInt8
        /// Nil when the chain was lost; its rest is not to be taken for a beginning.
        var bytes: [UInt8]?

        var description: String { "<redacted>" }

        var customMirror: Mirror { Mirror(self, children: [:]) }
    }

    /// What to do with a report's data.
    enum Outcome {
        /// The report's own data is all there is.
        case whole
        /// The data of the finished chain.
        case joined([UInt8])
        /// Nothing yet, or nothing usable.
        case pending
        /// The chain was cut short; its data must not be trusted.
        case broken
    }

    mutating func take(_ report: AdvertisingReport) -> Outcome {
        let place = slots.firstIndex {
            $0.address == report.address && $0.set == report.advertisingSet
        }
        // Case 1: the usual report, alone and complete.
        // Case 2: the last fragment of a chain.
        // Case 3: a first or middle fragment.
        // Case 4: the controller gave up on the chain.
        switch report.dataStatus {
        case .complete:
            guard let place else { return .whole }
            return finish(place, with: report)
        case .moreToCome:
            return keep(report, at: place)
        case .truncated:
            let isKnownLost = place.map { slots.remove(at: $0).bytes == nil } ?? false
            lostChains += isKnownLost ? 0 : 1
            return .broken
        }
    }

    private mutating func finish(_ place: Int, with report: AdvertisingReport) -> Outcome {
        guard var bytes = slots.remove(at: place).bytes else { return .broken }
        guard bytes.count + report.data.count <= Self.maximumLength else {
            lostChains += 1
            return .broken
        }
        report.data.withBytes { bytes.append(contentsOf: $0) }
        return .joined(bytes)
    }

    private mutating func keep(_ report: AdvertisingReport, at place: Int?) -> Outcome {
        var slot =
            place.map { slots.remove(at: $0) }
            ?? Slot(address: report.address, set: report.advertisingSet, bytes: [])
        defer { store(slot) }
        guard let count = slot.bytes?.count else { return .broken }
        guard count + report.data.count <= Self.maximumLength else {
            slot.bytes = nil
            lostChains += 1
            return .broken
        }
        report.data.withBytes { slot.bytes?.append(contentsOf: $0) }
        return .pending
    }

    /// Makes room for a slot: the oldest fragments are dropped, their sender is kept for a while.
    private mutating func store(_ slot: Slot) {
        if slot.bytes != nil, slots.count(where: { $0.bytes != nil }) == Self.places,
            let oldest = slots.firstIndex(where: { $0.bytes != nil })
        {
            slots[oldest].bytes = nil
            lostChains += 1
        }
        if slots.count == 2 * Self.places, let lost = slots.firstIndex(where: { $0.bytes == nil }) {
            slots.remove(at: lost)
        }
        slots.append(slot)
    }
}
