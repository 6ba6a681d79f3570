package import Beacons
import CBlueZ
package import Fleet
import Glibc
import SystemIO

/// A Bluetooth adapter heard through a raw HCI socket: passive scanning, never a connection.
package struct LiveRadio: Sendable {
    /// Index of the adapter: 0 for hci0.
    private let adapter: Int
    /// Room for about five seconds of the busiest air while the process is held up, in bytes.
    private static let receiveBuffer: Int32 = 4 << 20
    /// The octets of the longest event packet with its H4 octet.
    static let longestEvent = 1 + 2 + 255

    package init(adapter: Int) {
        self.adapter = adapter
    }

    /// Listens until told to stop, and gives each event packet without its H4 octet.
    ///
    /// An adapter that is switched off, or whose scan another program ends, is silent without an
    /// error; so after ten seconds of silence the scan is begun anew.
    ///
    /// - Parameters:
    ///   - isStopped: Asked at least four times a second.
    ///   - onListening: Called once the adapter scans.
    ///   - deliver: Hears a packet and when it was read.
    /// - Throws: `RadioError`; the caller may try again later.
    package func listen(
        until isStopped: () -> Bool,
        onListening: () -> Void,
        deliver: (ByteView, Instant) -> Void
    ) throws(RadioError) {
        let socket = try open()
        let scan = ScanCommands(socket: socket.number, adapter: adapter)
        try scan.start()
        defer { scan.stop() }
        onListening()
        var watch = SilenceWatch(ticks: Clocks.boottime())
        var packet = [UInt8](repeating: 0, count: Self.longestEvent)
        while !isStopped() {
            if watch.isDue(ticks: Clocks.boottime()) { try scan.start() }
            guard try isReadable(socket.number) else { continue }
            let count = packet.withUnsafeMutableBytes {
                recv(socket.number, $0.baseAddress, $0.count, 0)
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw .adapterGone(adapter) }
            guard packet[0] == 0x04 else { continue }
            watch.heard(ticks: Clocks.boottime())
            let now = Instant(microseconds: Clocks.realtime())
            packet.withUnsafeBytes { buffer in
                deliver(ByteView(UnsafeRawBufferPointer(rebasing: buffer[1..<count])), now)
            }
        }
    }

    private func open() throws(RadioError) -> FileDescriptor {
        guard let index = Int32(exactly: adapter) else { throw .noAdapter(adapter) }
        let number = hci_open_dev(index)
        if number < 0 {
            switch errno {
            case EAFNOSUPPORT: throw .noBluetoothInKernel
            case EPERM, EACCES: throw .notPermitted("open a raw HCI socket")
            case ENODEV, ENXIO: throw .noAdapter(adapter)
            default: throw .refused("open a raw HCI socket", reason: Self.lastReason)
            }
        }
        let socket = FileDescriptor(owning: number)
        if CBlueZ_device_up(socket.number, index) < 0, errno != EALREADY {
            switch errno {
            case EPERM: throw .notPermitted("power the adapter up")
            case ERFKILL: throw .blocked(adapter)
            case ENODEV: throw .adapterGone(adapter)
            default: throw .refused("power up", reason: Self.lastReason)
            }
        }
        _ = CBlueZ_receive_buffer(socket.number, Self.receiveBuffer)
        return socket
    }

    /// Waits up to a quarter second for something to read.
    private func isReadable(_ socket: Int32) throws(RadioError) -> Bool {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 250) > 0 else { return false }
        if waiting.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
            throw .adapterGone(adapter)
        }
        return true
    }

    static var lastReason: String { reason(errno) }

    /// The system's sentence for an error number; see `strerror(3)`.
    static func reason(_ number: Int32) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
