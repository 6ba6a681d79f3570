import CHTTP
import Glibc

/// The C server, from its creation until the last task that may answer has ended.
///
/// `@unchecked Sendable`: the pointer is never changed; set-up happens on one thread before
/// `start`, and the C functions used afterwards may be called from any thread. The server's thread
/// and every task that handles a request hold the engine, so no ticket outlives it.
final class Engine: @unchecked Sendable {
    typealias Handler = @Sendable (HTTPRequest) async -> HTTPResponse

    /// Happens when the server's thread has ended and every socket is closed.
    let finish = Finish()

    private let server: OpaquePointer
    private let handler: Handler

    init(limits: HTTPLimits, handler: @escaping Handler) throws(WebError) {
        let limits = chttp_limits(
            max_header_bytes: max(limits.maxHeaderBytes, 1024),
            max_body_bytes: max(limits.maxBodyBytes, 0),
            idle_milliseconds: max(limits.idleTimeout.clampedMilliseconds, 1),
            max_connections: Int32(clamping: max(limits.maxConnections, 1))
        )
        guard let server = chttp_new(limits) else {
            throw .outOfResources("memory or descriptors are short")
        }
        self.server = server
        self.handler = handler
    }

    deinit {
        chttp_free(server)
    }

    func useTLS(_ files: TLSFiles) throws(WebError) {
        var detail = [CChar](repeating: 0, count: 256)
        let result = chttp_use_tls(server, files.certificate, files.key, &detail, detail.count)
        let reason = detail.withUnsafeBufferPointer { text in
            String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        switch result {
        case CHTTP_TLS_OK: break
        case CHTTP_TLS_BAD_CERTIFICATE:
            throw .certificateUnreadable(path: files.certificate, reason: reason)
        case CHTTP_TLS_BAD_KEY: throw .keyUnreadable(path: files.key, reason: reason)
        case CHTTP_TLS_MISMATCH: throw .keyMismatch(files)
        default: throw .outOfResources("OpenSSL gives no context (\(reason))")
        }
    }

    /// Listens and returns the address with its real port.
    func listen(_ address: ListenAddress) throws(WebError) -> ListenAddress {
        var bound = address
        let isTLS = address.scheme == .https
        let error = chttp_listen(server, address.host, address.port, isTLS, &bound.port)
        switch error {
        case 0: return bound
        case EADDRINUSE: throw .addressInUse(address)
        default: throw .listenFailed(address, reason: String(cString: strerror(error)))
        }
    }

    func start() throws(WebError) {
        let context = Unmanaged.passRetained(self)
        let events = chttp_events(
            context: context.toOpaque(),
            on_request: { context, request in
                guard let context, let request else { return }
                let engine = Unmanaged<Engine>.fromOpaque(context).takeUnretainedValue()
                engine.handle(request.pointee)
            },
            on_finished: { context in
                guard let context else { return }
                Unmanaged<Engine>.fromOpaque(context).takeRetainedValue().finish.signal()
            }
        )
        let error = chttp_start(server, events)
        guard error == 0 else {
            context.release()
            throw .outOfResources("no thread (\(String(cString: strerror(error))))")
        }
    }

    /// Begins the end; `finish` happens within the grace.
    func stop(grace: Duration) {
        chttp_stop(server, grace.clampedMilliseconds)
    }

    private func handle(_ borrowed: chttp_request) {
        let ticket = borrowed.ticket
        let request = HTTPRequest(borrowed)
        Task {
            reply(to: ticket, await handler(request).fitToSend)
        }
    }

    private func reply(to ticket: UInt64, _ response: HTTPResponse) {
        let headers = response.packedHeaders
        headers.withUnsafeBytes { headers in
            response.body.withUnsafeBufferPointer { body in
                chttp_reply(
                    server,
                    ticket,
                    Int32(response.status),
                    headers.bindMemory(to: CChar.self).baseAddress,
                    headers.count,
                    body.baseAddress,
                    body.count
                )
            }
        }
    }
}

extension HTTPRequest {
    /// Copies what the C server lends during its callback.
    fileprivate init(_ borrowed: chttp_request) {
        let path = String(cString: borrowed.path)
        let query = borrowed.query.map { String(cString: $0) } ?? ""
        self.init(
            method: String(cString: borrowed.method),
            path: path.isEmpty ? "/" : PercentDecoding.decode(path.utf8),
            query: PercentDecoding.parameters(of: query),
            body: Array(UnsafeBufferPointer(start: borrowed.body, count: borrowed.body_length)),
            peer: String(cString: borrowed.peer)
        )
        for header in UnsafeBufferPointer(start: borrowed.headers, count: borrowed.header_count) {
            let name = String(cString: header.name).lowercased()
            let value = String(cString: header.value)
            headers[name] = headers[name].map { $0 + ", " + value } ?? value
        }
    }
}
