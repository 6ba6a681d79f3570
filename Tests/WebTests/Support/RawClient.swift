import Glibc

/// A blocking TCP client that says exactly the bytes it is told.
final class RawClient: Sendable {
    struct Failure: Error {
        var call: String
        var code: Int32
    }

    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_RCVTIMEO,
            &patience,
            socklen_t(MemoryLayout<timeval>.size)
        )
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(call: "connect", code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Sends everything, or as much as the server takes before it closes.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    /// Everything until the server closes.
    func readToEnd() throws -> String {
        var all: [UInt8] = []
        while let more = try read() { all += more }
        return String(decoding: all, as: UTF8.self)
    }

    /// Everything until the text has been seen, or the server closes.
    func read(until mark: String) throws -> String {
        var all: [UInt8] = []
        while let more = try read() {
            all += more
            if String(decoding: all, as: UTF8.self).contains(mark) { break }
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// Lets the next close end the connection with a reset.
    func resetOnClose() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
    }

    private func read() throws -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno != ECONNRESET { throw Failure(call: "recv", code: errno) }
        return count > 0 ? Array(buffer[..<count]) : nil
    }
}
