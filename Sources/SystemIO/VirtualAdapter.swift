import CLinux
import Glibc

/// A Bluetooth adapter whose controller is this process: the other end of `/dev/vhci`.
///
/// Packets have their H4 octet. The adapter is there as long as this is open. Source: Linux
/// `drivers/bluetooth/hci_vhci.c`.
package struct VirtualAdapter: ~Copyable {
    private let device: FileDescriptor

    private static let path = "/dev/vhci"
    /// The packet type between this process and the driver, and the type of a primary controller.
    private static let create: [UInt8] = [0xff, 0x00]
    /// The longest packet a host sends: an H4 octet, four octets of header, 1021 of data and slack.
    private static let longestPacket = 2048

    /// Makes an adapter appear.
    ///
    /// - Throws: `SystemError`; ENOENT or ENODEV without the kernel's module `hci_vhci`, EACCES for
    ///   anybody but root.
    package init() throws(SystemError) {
        let opened = try FileDescriptor.open(Self.path, O_RDWR | O_NONBLOCK)
        try opened.writeAll(Self.create)
        device = opened
    }

    /// The kernel's number of the open file, for `poll`.
    package var number: Int32 { device.number }

    /// What the kernel sent.
    package enum Packet: Equatable {
        /// The adapter has this index: 0 for hci0.
        case created(index: Int)
        case fromHost([UInt8])
    }

    /// The next packet; nil when there is none now.
    ///
    /// - Throws: `SystemError` when the kernel took the adapter away.
    package func next() throws(SystemError) -> Packet? {
        var buffer = [UInt8](repeating: 0, count: Self.longestPacket)
        let count = buffer.withUnsafeMutableBytes { room in
            retrying { read(device.number, room.baseAddress, room.count) }
        }
        if count < 0, errno == EAGAIN { return nil }
        guard count > 0 else { throw SystemError.last("read", Self.path) }
        guard buffer[0] == Self.create[0], count >= 4 else {
            return .fromHost(Array(buffer[..<count]))
        }
        return .created(index: Int(buffer[2]) | Int(buffer[3]) << 8)
    }

    /// Hands a packet to the kernel, which hears nothing while the adapter is down.
    ///
    /// - Returns: Whether it was taken; the kernel refuses with ENXIO when it is down.
    /// - Throws: `SystemError` for anything else.
    @discardableResult
    package func send(_ packet: [UInt8]) throws(SystemError) -> Bool {
        do {
            try device.writeAll(packet)
            return true
        } catch {
            guard error.number == ENXIO else { throw error }
            return false
        }
    }
}
