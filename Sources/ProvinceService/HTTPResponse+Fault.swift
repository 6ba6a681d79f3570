import FoundationEssentials
import Web

extension HTTPResponse {
    /// A refusal as `{"error": "…"}`.
    static func fault(_ status: Int, _ reason: String) -> HTTPResponse {
        struct Fault: Encodable {
            let error: String
        }
        let body = (try? JSONEncoder().encode(Fault(error: reason))).map { Array($0) } ?? []
        return .json(status, body)
    }

    /// The refusal when the store cannot take anything now; the sender keeps it and comes back.
    static func unavailable(_ reason: String) -> HTTPResponse {
        var response = fault(503, reason)
        response.headers.append((name: "Retry-After", value: "30"))
        return response
    }
}
