import CLinux
import Dispatch
import Glibc
import Synchronization

/// A server on 127.0.0.1 that keeps every byte it is sent, for looking at it afterwards.
package final class LoopbackRecorder: Sendable {
    /// Takes what one connection has sent since its last answer; gives an answer once that is enough.
    package typealias Answer = @Sendable (_ request: [UInt8]) -> [UInt8]?

    /// The port it listens on.
    package let port: Int
    private let listener: FileDescriptor
    private let received = Mutex<[UInt8]>([])
    private let stop = StopFlag()
    private let answer: Answer

    /// Most bytes kept; a connection that sends more is closed.
    private static let limit = 64 << 20

    /// Listens on a port that the kernel chooses.
    ///
    /// - Throws: `SystemError` when there is no loopback.
    package init(answer: @escaping Answer) throws(SystemError) {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard number >= 0 else { throw SystemError.last("socket") }
        listener = FileDescriptor(owning: number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        let port = CLinux_listen_on_loopback(number)
        guard port > 0 else { throw SystemError.last("listen", "127.0.0.1") }
        self.port = Int(port)
        self.answer = answer
    }

    /// Begins to accept connections; each is served on a thread of its own.
    package func start() {
        DispatchQueue(label: "recorder").async { [self] in
            while !stop.isSet {
                guard Self.isReadable(listener.number) else { continue }
                let number = accept(listener.number, nil, nil)
                guard number >= 0 else { continue }
                DispatchQueue(label: "recorded connection").async { [self] in
                    serve(FileDescriptor(owning: number))
                }
            }
        }
    }

    /// Takes no more connections and ends those that are open within a quarter second.
    package func finish() {
        stop.set()
    }

    /// Every byte received so far, of all connections.
    package var bytes: [UInt8] { received.withLock { $0 } }

    private func serve(_ connection: consuming FileDescriptor) {
        _ = fcntl(connection.number, F_SETFD, FD_CLOEXEC)
        var request: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while !stop.isSet {
            guard Self.isReadable(connection.number) else { continue }
            let count = (try? chunk.withUnsafeMutableBytes { try connection.read(into: $0) }) ?? 0
            guard count > 0 else { return }
            let isRoom = received.withLock { kept in
                kept += chunk[..<count]
                return kept.count < Self.limit
            }
            guard isRoom else { return }
            request += chunk[..<count]
            guard let reply = answer(request) else { continue }
            request = []
            guard send(reply, over: connection.number) else { return }
        }
    }

    /// Sends an answer without a signal to this process when nobody takes it.
    private func send(_ bytes: [UInt8], over number: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                retrying {
                    Glibc.send(number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
                }
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits up to a quarter second for something to take.
    private static func isReadable(_ number: Int32) -> Bool {
        var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 250) > 0
    }
}
