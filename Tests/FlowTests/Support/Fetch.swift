import Foundation
import Testing
import Uplink

/// Gets pages as a browser would.
enum Fetch {
    static func text(_ url: String, trusting certificate: String) async throws -> String {
        let end = try #require(url.dropFirst("https://".count).firstIndex(of: "/"))
        let client = try HTTPClient(
            UplinkSettings(server: String(url[..<end]), authorityFile: certificate, token: nil)
        )
        let response = try await client.send(
            UplinkRequest(
                method: "GET",
                path: String(url[end...]),
                contentType: "text/plain",
                body: []
            )
        )
        try #require(response.status == 200)
        return String(decoding: response.body, as: UTF8.self)
    }
}
