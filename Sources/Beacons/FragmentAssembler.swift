/// Joins the fragments of extended advertising data into one piece.
///
/// A controller may deliver up to 1650 octets in several reports that differ only in data status
/// (Bluetooth Core Vol 4 Part E 7.7.65.13). Room is fixed: a few senders at once, the oldest gives way;
/// buffers are used again, so that chains cost no allocation once the first ones have passed.
struct FragmentAssembler {
    /// Most octets of advertising data one sender can have.
    static let maximumLength = 1650
    /// Senders whose fragments may be under way at the same time.
    static let places = 8

    private var slots: [Slot] = []
    /// The chain that came to its end last.
    private var finished: [UInt8] = []
    /// Empty buffers of earlier chains.
    private var spare: [[UInt8]] = []
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
        /// A chain is finished; `withJoined` lends its data.
        case joined
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
            guard let place else {
                lostChains += 1
                return .broken
            }
            var slot = slots.remove(at: place)
            lose(&slot)
            return .broken
        }
    }

    /// Lends the data of the finished chain and then forgets it.
    mutating func withJoined<R>(_ body: (ByteView) -> R) -> R {
        defer { finished.removeAll(keepingCapacity: true) }
        return finished.withUnsafeBytes { body(ByteView($0)) }
    }

    private mutating func finish(_ place: Int, with report: AdvertisingReport) -> Outcome {
        var slot = slots.remove(at: place)
        guard var bytes = slot.bytes.take() else { return .broken }
        guard bytes.count + report.data.count <= Self.maximumLength else {
            giveBack(&bytes)
            lostChains += 1
            return .broken
        }
        report.data.withBytes { bytes.append(contentsOf: $0) }
        swap(&finished, &bytes)
        giveBack(&bytes)
        return .joined
    }

    private mutating func keep(_ report: AdvertisingReport, at place: Int?) -> Outcome {
        var slot =
            place.map { slots.remove(at: $0) }
            ?? Slot(address: report.address, set: report.advertisingSet, bytes: spareBuffer())
        guard let count = slot.bytes?.count else {
            store(slot)
            return .broken
        }
        guard count + report.data.count <= Self.maximumLength else {
            lose(&slot)
            store(slot)
            return .broken
        }
        report.data.withBytes { slot.bytes?.append(contentsOf: $0) }
        store(slot)
        return .pending
    }

    /// Makes room for a slot: the oldest fragments are dropped, their sender is kept for a while.
    private mutating func store(_ slot: Slot) {
        if slot.bytes != nil, slots.count(where: { $0.bytes != nil }) == Self.places,
            let oldest = slots.firstIndex(where: { $0.bytes != nil })
        {
            var lost = slots.remove(at: oldest)
            lose(&lost)
            slots.insert(lost, at: oldest)
        }
        if slots.count == 2 * Self.places, let lost = slots.firstIndex(where: { $0.bytes == nil }) {
            slots.remove(at: lost)
        }
        slots.append(slot)
    }

    /// An empty buffer with room for the longest data.
    private mutating func spareBuffer() -> [UInt8] {
        if let buffer = spare.popLast() { return buffer }
        var buffer: [UInt8] = []
        buffer.reserveCapacity(Self.maximumLength)
        return buffer
    }

    /// Keeps the buffer of a chain that is over, without its content.
    ///
    /// Taken in place: a second owner would make the emptying allocate another buffer.
    private mutating func giveBack(_ buffer: inout [UInt8]) {
        guard buffer.capacity >= Self.maximumLength else { return }
        buffer.removeAll(keepingCapacity: true)
        spare.append(buffer)
        buffer = []
    }

    /// Marks a chain as lost and keeps its buffer.
    private mutating func lose(_ slot: inout Slot) {
        guard var bytes = slot.bytes.take() else { return }
        giveBack(&bytes)
        lostChains += 1
    }
}
