import Synchronization

/// An HTTP/1.1 server for GET, HEAD, POST and PUT, with TLS where an address says https.
///
/// It exists so that parsing, TLS and the life of connections are libevent's and OpenSSL's
/// business, and a handler is one function from request to response. One thread serves all
/// connections; handlers run as tasks beside it and may take their time. A server runs once.
package final class HTTPServer: Sendable {
    private enum State {
        case new
        case running(Engine)
        case stopped
    }

    private let listeners: [ListenAddress]
    private let tls: TLSFiles?
    private let limits: HTTPLimits
    private let state = Mutex(State.new)

    /// Describes a server; nothing is opened before `start`.
    package init(
        listeners: [ListenAddress],
        tls: TLSFiles? = nil,
        limits: HTTPLimits = HTTPLimits()
    ) {
        self.listeners = listeners
        self.tls = tls
        self.limits = limits
    }

    deinit {
        if case .running(let engine) = state.withLock({ $0 }) { engine.stop(grace: .zero) }
    }

    /// Opens every listener and begins to serve.
    ///
    /// Returns the addresses in the order given, with the real port where 0 was asked for. Throws
    /// `WebError`; then nothing stays open. The handler is called once for each request, and its
    /// answer is dropped when the client has gone.
    package func start(
        handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
    ) throws(WebError) -> [BoundAddress] {
        let result: Result<[BoundAddress], WebError> = state.withLock { state in
            guard case .new = state else { return .failure(.alreadyStarted) }
            do throws(WebError) {
                let (engine, bound) = try makeEngine(handler: handler)
                state = .running(engine)
                return .success(bound)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func makeEngine(
        handler: @escaping Engine.Handler
    ) throws(WebError) -> (Engine, [BoundAddress]) {
        guard !listeners.isEmpty else { throw .noListener }
        let engine = try Engine(limits: limits, handler: handler)
        if let tls { try engine.useTLS(tls) }
        var bound: [BoundAddress] = []
        for address in listeners {
            if address.scheme == .https, tls == nil { throw .certificateMissing(address) }
            bound.append(try engine.listen(address))
        }
        try engine.start()
        return (engine, bound)
    }

    /// Stops accepting, lets answers that are under way finish, and closes every connection.
    ///
    /// Requests that arrive meanwhile get 503. After the grace, connections that still wait are
    /// closed and their handlers' answers are dropped. May be called at any time and repeatedly.
    package func stop(grace: Duration = .seconds(5)) async {
        let engine: Engine? = state.withLock { state in
            guard case .running(let engine) = state else {
                state = .stopped
                return nil
            }
            return engine
        }
        guard let engine else { return }
        engine.stop(grace: grace)
        await engine.finish.wait()
    }

    /// Serves until the task is cancelled or somebody stops the server.
    ///
    /// `started` receives the real addresses. Throws `WebError` when it cannot start.
    package func run(
        grace: Duration = .seconds(5),
        started: @Sendable ([BoundAddress]) -> Void = { _ in },
        handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
    ) async throws {
        started(try start(handler: handler))
        guard case .running(let engine) = state.withLock({ $0 }) else { return }
        await withTaskCancellationHandler {
            await engine.finish.wait()
        } onCancel: {
            engine.stop(grace: grace)
        }
    }
}
