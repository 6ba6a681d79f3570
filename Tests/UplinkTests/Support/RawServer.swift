import Glibc
import Synchronization

/// A TCP server on a free port of 127.0.0.1 that answers every request with exactly the given bytes.
///
/// It counts connections, which a real HTTP server hides, and can be silent or talk nonsense.
final class RawServer: Sendable {
    enum Answer {
        /// These bytes; the connection stays.
        case bytes(String)
        /// These bytes, then the end of the connection.
        case last(String)
        /// Nothing, ever.
        case silence
    }

    let port: UInt16
    private let listener: Int32
    private let state = Mutex<(connections: Int, requests: [String], open: [Int32])>((0, [], []))
    private let answer: @Sendable (Int) -> Answer

    /// - Parameter answer: What to say to request number 0, 1, ...
    /// - Throws: `Failure` when the kernel gives no listener.
    init(answer: @escaping @Sendable (Int) -> Answer) throws {
        self.answer = answer
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) + listen(listener, 16)
                    + getsockname(listener, $0, &length)
            }
        }
        guard result == 0 else { throw Failure(code: errno) }
        port = UInt16(bigEndian: address.sin_port)
        offPoolDetached { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0, let server = self else { return }
                server.state.withLock {
                    $0.connections += 1
                    $0.open.append(connection)
                }
                offPoolDetached { [weak server] in server?.serve(connection) }
            }
        }
    }

    struct Failure: Error {
        var code: Int32
    }

    /// Closes everything, and so ends the threads.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            for connection in state.open { shutdown(connection, Int32(SHUT_RDWR)) }
        }
    }

    deinit {
        stop()
        close(listener)
    }

    /// How many connections were accepted.
    var connections: Int { state.withLock { $0.connections } }

    /// The requests so far, head and body.
    var requests: [String] { state.withLock { $0.requests } }

    private func serve(_ connection: Int32) {
        defer {
            state.withLock { state in state.open.removeAll { $0 == connection } }
            close(connection)
        }
        while let request = Self.request(from: connection) {
            let number = state.withLock { state in
                state.requests.append(request)
                return state.requests.count - 1
            }
            switch answer(number) {
            case .bytes(let text): Self.say(text, to: connection)
            case .last(let text): return Self.say(text, to: connection)
            case .silence: continue
            }
        }
    }

    /// One request with the body that its head announces; nil when the client has gone.
    private static func request(from connection: Int32) -> String? {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            all += buffer[..<count]
            let text = String(decoding: all, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let announced = text[..<end.lowerBound].split(separator: "\r\n")
                .first { $0.lowercased().hasPrefix("content-length: ") }
                .flatMap { Int($0.dropFirst(16)) }
            if text[end.upperBound...].utf8.count >= announced ?? 0 { return text }
        }
    }

    private static func say(_ text: String, to connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
