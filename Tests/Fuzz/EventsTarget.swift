import Beacons
import Fleet

/// Hears an input as one event packet, and then as events one behind the other.
///
/// The second reading lets chains of fragments form. What is heard must not depend on what was heard
/// by another listener, and every report must be given exactly once.
@_cdecl("LLVMFuzzerTestOneInput")
package func hearAnything(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    let input = ByteView(UnsafeRawBufferPointer(start: start, count: count))
    precondition(Hearing(wholly: input) == Hearing(wholly: input), "hearing is not repeatable")
    precondition(Hearing(partly: input) == Hearing(partly: input), "hearing is not repeatable")
    return 0
}

/// What a new listener makes of an input.
private struct Hearing: Equatable {
    private var listener = AdvertListener()
    private var kinds: [BeaconClass] = []
    private var levels: [Int8] = []

    init(wholly input: ByteView) {
        hear(input)
    }

    init(partly input: ByteView) {
        var offset = 0
        while let length = input.byte(offset + 1) {
            // The last event may be cut: it ends where the input does.
            let packet = input.slice(offset, 2 + Int(length)) ?? input.suffix(from: offset)
            if let packet { hear(packet) }
            offset += 2 + Int(length)
        }
    }

    private mutating func hear(_ packet: ByteView) {
        var heard: [Sighting] = []
        listener.hear(packet, into: &heard) { $0.append($1) }
        kinds += heard.map(\.kind)
        levels += heard.map(\.rssi)
        precondition(UInt64(kinds.count) == listener.reports, "a report was lost or doubled")
    }

    static func == (left: Hearing, right: Hearing) -> Bool {
        left.kinds == right.kinds && left.levels == right.levels
            && left.listener.damagedEvents == right.listener.damagedEvents
            && left.listener.lostChains == right.listener.lostChains
    }
}
