import CLinux
import Dispatch
import Glibc

/// Hears the kernel's messages about devices, in a thread of its own, until it is let go.
package final class UeventListener: Sendable {
    /// What is heard.
    package enum Heard: Sendable, Equatable {
        /// A message of the kernel.
        case event(Uevent)
        /// The kernel had more messages than the socket could hold, and dropped some.
        case lost
    }

    /// Closing this end wakes the thread and ends it.
    private let wake: WriteEnd

    private struct WriteEnd: ~Copyable {
        let descriptor: FileDescriptor
    }

    /// Listens from here on; `deliver` is called in the thread.
    ///
    /// The C functions are `socket` with NETLINK_KOBJECT_UEVENT, and `bind`; no right is needed.
    package init(_ deliver: @escaping @Sendable (Heard) -> Void) throws(SystemError) {
        let number = CLinux_open_uevents()
        guard number >= 0 else { throw SystemError.last("socket", "kernel events") }
        let socket = FileDescriptor(owning: number)
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wake = WriteEnd(descriptor: FileDescriptor(owning: ends[1]))
        let loop = UeventLoop(socket: socket, stop: FileDescriptor(owning: ends[0]))
        DispatchQueue(label: "uevents").async { loop.run(deliver) }
    }
}

/// The thread's part: it owns the socket, and closes it when it ends.
private final class UeventLoop: Sendable {
    private let socket: FileDescriptor
    private let stop: FileDescriptor

    init(socket: consuming FileDescriptor, stop: consuming FileDescriptor) {
        self.socket = socket
        self.stop = stop
    }

    func run(_ deliver: (UeventListener.Heard) -> Void) {
        var buffer = [UInt8](repeating: 0, count: Uevent.mostBytes)
        while true {
            var waiting = [
                pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop.number, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&waiting, 2, -1) > 0 || errno == EINTR else { return }
            guard waiting[1].revents == 0 else { return }
            guard waiting[0].revents != 0 else { continue }
            guard receive(&buffer, deliver) else { return }
        }
    }

    /// Takes one message; false when the socket is of no use any more.
    private func receive(
        _ buffer: inout [UInt8],
        _ deliver: (UeventListener.Heard) -> Void
    ) -> Bool {
        var sender: UInt32 = 0
        let count = buffer.withUnsafeMutableBytes { room in
            CLinux_receive_uevent(socket.number, room.baseAddress, room.count, &sender)
        }
        if count < 0 {
            if errno == ENOBUFS { deliver(.lost) }
            return [ENOBUFS, EINTR, EAGAIN].contains(errno)
        }
        // Anybody may send to the socket's own address; only the kernel has the number 0.
        guard sender == 0, let event = Uevent(buffer[..<min(count, buffer.count)]) else {
            return true
        }
        deliver(.event(event))
        return true
    }
}
