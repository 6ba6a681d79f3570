import Beacons
import CBlueZ
import Fleet
import Glibc
import SystemIO

/// The socket that hears an adapter's adverts, and the answers to commands whoever sent them.
final class Ear {
    private let socket: FileDescriptor
    private let adapter: Int
    /// Adverts lie here; it is overwritten after each batch and when this goes.
    private let packets = WipedBuffer(count: Ear.batch * Ear.slot)

    /// Most packets that are taken at once.
    private static let batch = Int(CBlueZ_batch)
    /// Bytes for one packet.
    private static let slot = Controller.longestEvent
    /// Room for about five seconds of the busiest air while the process is held up, in bytes.
    private static let room: Int32 = 16 << 20

    init(adapter: Int) throws(RadioError) {
        self.adapter = adapter
        socket = try HCISocket.open(adapter: adapter)
        _ = CBlueZ_receive_buffer(socket.number, Self.room)
        guard CBlueZ_filter_listening(socket.number) == 0 else {
            throw .refused("filter events", reason: HCISocket.lastReason)
        }
        // Without it the moment of reading serves.
        _ = CBlueZ_stamp_packets(socket.number)
    }

    /// For `poll`.
    var descriptor: Int32 { socket.number }

    /// Packets that found no room in the socket since it was opened.
    var lost: UInt64 { UInt64(max(CBlueZ_dropped(socket.number), 0)) }

    /// Takes what has come, without waiting; what that left on the stack is overwritten.
    ///
    /// - Parameters:
    ///   - end: When to leave off although more has come, milliseconds since the boot.
    ///   - answer: Hears the opcode that an answer to a command belongs to.
    ///   - deliver: Hears any other event packet without its H4 octet, and when it came.
    /// - Throws: When the adapter is gone.
    func drain(
        until end: Int64,
        answer: (UInt16) -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws(RadioError) {
        defer { StackScrub.now() }
        var isMore = true
        while isMore {
            isMore = try take(answer: answer, deliver: deliver) && Clocks.boottime() / 1000 < end
        }
    }

    /// Takes one batch; whether there may be more.
    private func take(
        answer: (UInt16) -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws(RadioError) -> Bool {
        try packets.withBytes { room throws(RadioError) in
            try withBatch { packets throws(RadioError) in
                let count = CBlueZ_receive(
                    socket.number,
                    room.baseAddress,
                    Self.slot,
                    packets.baseAddress
                )
                if count < 0, errno == EINTR { return true }
                if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return false }
                guard count > 0 else { throw .adapterGone(adapter) }
                let used = UnsafeMutableRawBufferPointer(rebasing: room[..<(count * Self.slot)])
                defer { WipedBuffer.wipe(used) }
                let now = Clocks.realtime()
                for (place, packet) in packets[..<count].enumerated() {
                    let start = place * Self.slot
                    let event = UnsafeRawBufferPointer(
                        rebasing: used[start..<(start + Int(packet.length))]
                    )
                    guard event.first == 0x04 else { continue }
                    if let opcode = CommandLedger.opcode(of: event) {
                        answer(opcode)
                    } else {
                        let bytes = ByteView(UnsafeRawBufferPointer(rebasing: event[1...]))
                        deliver(bytes, Self.moment(came: packet.came, now: now))
                    }
                }
                return count == Self.batch
            }
        }
    }

    private func withBatch(
        _ body: (UnsafeMutableBufferPointer<CBlueZ_packet>) throws(RadioError) -> Bool
    ) throws(RadioError) -> Bool {
        let packets = UnsafeMutableBufferPointer<CBlueZ_packet>.allocate(capacity: Self.batch)
        packets.initialize(repeating: CBlueZ_packet())
        defer { packets.deallocate() }
        return try body(packets)
    }

    /// When a packet came, in the wall clock's microseconds: as the kernel says, if that was just now.
    ///
    /// After a standstill, or a step of the clock, the moment of reading is what the census can go by:
    /// time went on there meanwhile.
    static func moment(came: Int64, now: Int64) -> Instant {
        Instant(microseconds: (now - longestDelay...now).contains(came) ? came : now)
    }

    /// Microseconds for which a packet may have lain in the socket.
    private static let longestDelay: Int64 = 1_000_000
}
