import Fleet
import KioskService
import Uplink

/// An answer of the province that is a refusal.
struct Refusal: Error, CustomStringConvertible {
    let status: Int
    let reason: String

    var description: String { "the province refused with \(status): \(reason)" }
}

/// The province's server behind the port.
struct ProvinceUplink: ProvinceLink {
    private let client: HTTPClient
    private let kiosk: KioskID

    init(_ settings: KioskSettings.Province, kiosk: KioskID) throws {
        client = try HTTPClient(
            UplinkSettings(
                server: settings.server,
                authorityFile: settings.authority,
                token: settings.token
            )
        )
        self.kiosk = kiosk
    }

    func send(_ message: ProvinceMessage) async throws -> [UInt8] {
        let request =
            switch message {
            case .report(let body):
                UplinkRequest(
                    method: "POST",
                    path: "/v1/reports",
                    contentType: "application/json",
                    body: body
                )
            case .screen(let body):
                UplinkRequest(
                    method: "PUT",
                    path: "/v1/kiosks/\(kiosk)/screen",
                    contentType: "image/png",
                    body: body
                )
            }
        let response = try await client.send(request)
        guard (200..<300).contains(response.status) else {
            let reason = String(decoding: response.body.prefix(200), as: UTF8.self)
            throw Refusal(status: response.status, reason: reason)
        }
        return response.body
    }
}
