import Fleet
import Web

/// Tells whether a message comes from the kiosk it says it comes from.
struct Gate: Sendable {
    private let kiosks: [KioskID: RegisteredKiosk]

    init(_ settings: ProvinceSettings) {
        kiosks = Dictionary(settings.kiosks.map { ($0.id, $0) }) { first, _ in first }
    }

    func knows(_ kiosk: KioskID) -> Bool { kiosks[kiosk] != nil }

    /// The refusal for a message of a kiosk, nil when it may pass.
    func refusal(of request: HTTPRequest, from kiosk: KioskID) -> HTTPResponse? {
        guard let known = kiosks[kiosk] else {
            return .fault(
                403,
                "kiosk \(kiosk) is not in the fleet; add it to the province's settings"
            )
        }
        let words = request.headers["authorization"]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer",
            Self.isSame(Array(words[1].utf8), Array(known.token.utf8))
        else {
            return .fault(401, "kiosk \(kiosk): the token is missing or wrong")
        }
        return nil
    }

    /// Compares without telling by its time how much is right.
    private static func isSame(_ given: [UInt8], _ known: [UInt8]) -> Bool {
        guard given.count == known.count else { return false }
        return zip(given, known).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
