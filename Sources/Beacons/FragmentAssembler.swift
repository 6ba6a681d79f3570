/// Joins the fragments of extended advertising data into one piece.
///
/// A controller may deliver up to 1650 octets in several reports that differ only in data status
/// (Bluetooth Core Vol 4 Part E 7.7.65.13). Room is fixed and made once: a few senders at a time, the
/// oldest gives way. What a chain leaves behind is overwritten when it is over.
struct FragmentAssembler: CustomStringConvertible, CustomReflectable {
    /// Most octets of advertising data one sender can have.
    static let maximumLength = 1650
    /// Senders whose fragments may be under way at the same time.
    static let places = 8

    /// Twice the places: a lost chain is remembered, so that its rest is not taken for a beginning.
    private var slots = Array(repeating: Slot(), count: 2 * places)
    /// Room for the fragments of each slot, made with the first fragment.
    private var arena: [UInt8] = []
    /// The slot of the chain that came to its end last.
    private var finished: Int?
    private var nextOrder: UInt64 = 0
    /// Chains that never came to their end: given way, overlong, or cut by the controller.
    private(set) var lostChains: UInt64 = 0

    var description: String { "<redacted>" }

    var customMirror: Mirror { Mirror(self, children: [:]) }

    /// Chains of which something is held.
    var held: Int { slots.count { $0.state != .free } }

    /// The fragments of one advert so far; the octets are in the arena.
    private struct Slot: CustomStringConvertible, CustomReflectable {
        enum State {
            case free
            case live
            case lost
        }

        var state = State.free
        var address = AdvertisingReport.AddressWords(value: 0, type: 0)
        var set: UInt8 = 0
        var count = 0
        /// Rises with every chain that begins.
        var order: UInt64 = 0

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
            $0.state != .free && $0.address == report.address && $0.set == report.advertisingSet
        }
        // Case 1: the usual report, alone and complete.
        // Case 2: the last fragment of a chain.
        // Case 3: a first or middle fragment.
        // Case 4: the controller gave up on the chain.
        switch (report.dataStatus, place) {
        case (.complete, nil):
            return .whole
        case (.complete, let place?):
            guard append(report.data, to: place) else {
                release(place)
                return .broken
            }
            finished = place
            return .joined
        case (.moreToCome, _):
            return append(report.data, to: place ?? begin(report)) ? .pending : .broken
        case (.truncated, _):
            if place.map({ slots[$0].state == .live }) ?? true { lostChains += 1 }
            if let place { release(place) }
            return .broken
        }
    }

    /// Lends the data of the finished chain and then overwrites it.
    mutating func withJoined<R>(_ body: (ByteView) -> R) -> R {
        let place = finished ?? 0
        let start = place * Self.maximumLength
        let result = arena.withUnsafeBytes { bytes in
            body(
                ByteView(bytes).slice(start, slots[place].count)
                    ?? ByteView(.init(start: nil, count: 0))
            )
        }
        finished = nil
        release(place)
        return result
    }

    /// Overwrites all fragments and forgets their chains.
    mutating func wipe() {
        for place in slots.indices {
            release(place)
        }
    }
}

// MARK: - Slots

extension FragmentAssembler {
    /// A slot for a new chain; the oldest one gives way.
    private mutating func begin(_ report: AdvertisingReport) -> Int {
        if arena.isEmpty {
            arena = Array(repeating: 0, count: slots.count * Self.maximumLength)
        }
        if slots.count(where: { $0.state == .live }) == Self.places, let old = oldest(.live) {
            lose(old)
        }
        let place = oldest(.free) ?? oldest(.lost) ?? 0
        release(place)
        nextOrder += 1
        slots[place] = Slot(
            state: .live,
            address: report.address,
            set: report.advertisingSet,
            order: nextOrder
        )
        return place
    }

    private func oldest(_ state: Slot.State) -> Int? {
        var found: Int?
        for place in slots.indices where slots[place].state == state {
            if slots[place].order < (found.map { slots[$0].order } ?? .max) { found = place }
        }
        return found
    }

    /// Adds octets to a chain; false when it is lost, or now too long and so lost.
    private mutating func append(_ data: ByteView, to place: Int) -> Bool {
        guard slots[place].state == .live else { return false }
        guard slots[place].count + data.count <= Self.maximumLength else {
            lose(place)
            return false
        }
        let start = place * Self.maximumLength + slots[place].count
        data.withBytes { bytes in
            for (offset, byte) in bytes.enumerated() {
                arena[start + offset] = byte
            }
        }
        slots[place].count += data.count
        return true
    }

    /// Overwrites a chain's octets; its sender is remembered.
    private mutating func lose(_ place: Int) {
        overwrite(place)
        slots[place].state = .lost
        lostChains += 1
    }

    /// Overwrites a chain's octets and its sender.
    private mutating func release(_ place: Int) {
        overwrite(place)
        slots[place] = Slot()
    }

    private mutating func overwrite(_ place: Int) {
        for offset in 0..<slots[place].count {
            arena[place * Self.maximumLength + offset] = 0
        }
        slots[place].count = 0
    }
}
