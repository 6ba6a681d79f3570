import CCurl
import SystemIO

/// A request to the province's server.
package struct UplinkRequest: Sendable {
    /// POST or PUT.
    package let method: String
    /// Path behind the server's address, beginning with a slash.
    package let path: String
    /// Media type of the body.
    package let contentType: String
    package let body: [UInt8]

    package init(method: String, path: String, contentType: String, body: [UInt8]) {
        self.method = method
        self.path = path
        self.contentType = contentType
        self.body = body
    }
}

/// An answer of the province's server.
package struct UplinkResponse: Sendable {
    /// The status code.
    package let status: Int
    package let body: [UInt8]
}

/// Talks to one server over HTTPS with libcurl, keeping the connection between requests.
///
/// An actor on a thread of its own, since libcurl blocks while it waits for the network.
package actor HTTPClient {
    private let settings: UplinkSettings
    private let executor = BlockingExecutor("uplink")
    private var handle: CurlHandle?

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// - Throws: `UplinkError.badURL` when the server's address is none, `.badToken` when the token
    ///   would not stay within its header.
    package init(_ settings: UplinkSettings) throws(UplinkError) {
        guard settings.server.hasPrefix("https://") || settings.server.hasPrefix("http://") else {
            throw .badURL(settings.server)
        }
        if let token = settings.token {
            guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
                throw .badToken
            }
        }
        self.settings = settings
    }

    /// Sends a request and waits for its answer.
    ///
    /// - Throws: `UplinkError`; a status other than 2xx is an answer, not an error.
    package func send(_ request: UplinkRequest) async throws -> UplinkResponse {
        let flag = StopFlag()
        return try await withTaskCancellationHandler {
            try perform(request, flag)
        } onCancel: {
            flag.set()
        }
    }

    private func perform(
        _ request: UplinkRequest,
        _ flag: StopFlag
    ) throws(UplinkError) -> UplinkResponse {
        let curl: CurlHandle
        if let handle { curl = handle } else { curl = try CurlHandle() }
        handle = curl
        return try curl.perform(request, settings: settings, cancel: flag)
    }
}

/// Where the server is and how to know it.
package struct UplinkSettings: Sendable {
    /// Address without a path, such as `https://bluezone.angiang.example`.
    package let server: String
    /// PEM file of the authority that signed the server's certificate; nil for the system's own list.
    package let authorityFile: String?
    /// Word that proves who is asking, sent as a bearer token; nil for none.
    package let token: String?
    /// Seconds a whole request may take, at least 1.
    package let timeout: Int

    package init(server: String, authorityFile: String?, token: String?, timeout: Int = 60) {
        self.server = server
        self.authorityFile = authorityFile
        self.token = token
        self.timeout = max(timeout, 1)
    }
}
