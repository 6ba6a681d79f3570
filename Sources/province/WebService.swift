import Lifecycle
import Web

/// The HTTP server as a service of the process.
struct WebService: Service {
    let name = "web"
    let server: HTTPServer
    let log: Log
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse

    init(
        server: HTTPServer,
        log: Log,
        handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
    ) {
        self.server = server
        self.log = log
        self.handler = handler
    }

    func run() async throws {
        try await server.run(
            started: { addresses in
                for address in addresses {
                    log.info("province: listening on \(address)")
                }
            },
            handler: handler
        )
    }
}
