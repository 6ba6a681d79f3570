import Beacons
import CBlueZ
import Fleet
import Glibc
import SystemIO

/// The socket that hears an adapter's adverts, and the answers to commands whoever sent them.
final class Ear {
    private let socket: FileDescriptor
    private let adapter: Int
    /// Adverts lie here; it is overwritten when this goes.
    private let packet = WipedBuffer(count: Controller.longestEvent)

    /// Room for about five seconds of the busiest air while the process is held up, in bytes.
    private static let room: Int32 = 16 << 20

    init(adapter: Int) throws(RadioError) {
        self.adapter = adapter
        socket = try HCISocket.open(adapter: adapter)
        _ = CBlueZ_receive_buffer(socket.number, Self.room)
        guard CBlueZ_filter_listening(socket.number) == 0 else {
            throw .refused("filter events", reason: HCISocket.lastReason)
        }
    }

    /// For `poll`.
    var descriptor: Int32 { socket.number }

    /// Packets that found no room in the socket since it was opened.
    var lost: UInt64 { UInt64(max(CBlueZ_dropped(socket.number), 0)) }

    /// Takes what has come, without waiting.
    ///
    /// - Parameters:
    ///   - end: When to leave off although more has come, milliseconds since the boot.
    ///   - answer: Hears the opcode that an answer to a command belongs to.
    ///   - deliver: Hears any other event packet without its H4 octet, and when it was read.
    /// - Throws: When the adapter is gone.
    func drain(
        until end: Int64,
        answer: (UInt16) -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws(RadioError) {
        try packet.withBytes { buffer throws(RadioError) in
            while Clocks.boottime() / 1000 < end {
                let count = recv(
                    socket.number,
                    buffer.baseAddress,
                    buffer.count,
                    Int32(MSG_DONTWAIT)
                )
                if count < 0, errno == EINTR { continue }
                if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return }
                guard count > 0 else { throw .adapterGone(adapter) }
                let event = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                guard event[0] == 0x04 else { continue }
                if let opcode = CommandLedger.opcode(of: event) {
                    answer(opcode)
                } else {
                    let now = Instant(microseconds: Clocks.realtime())
                    deliver(ByteView(UnsafeRawBufferPointer(rebasing: event[1...])), now)
                }
            }
        }
    }
}
