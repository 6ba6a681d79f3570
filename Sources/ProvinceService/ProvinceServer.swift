package import Fleet
import FoundationEssentials
package import Lifecycle
package import Web

/// Answers the requests of kiosks and of people.
package struct ProvinceServer: Sendable {
    private let settings: ProvinceSettings
    private let store: ProvinceStore
    private let gate: Gate
    private let now: @Sendable () -> Instant
    private let log: Log

    /// - Parameters:
    ///   - settings: The fleet.
    ///   - store: Where everything is kept.
    ///   - now: The wall clock.
    ///   - log: Where refusals are said.
    package init(
        settings: ProvinceSettings,
        store: ProvinceStore,
        now: @escaping @Sendable () -> Instant,
        log: Log
    ) {
        self.settings = settings
        self.store = store
        gate = Gate(settings)
        self.now = now
        self.log = log
    }

    /// The answer to one request.
    package func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let path = request.path.split(separator: "/", omittingEmptySubsequences: true)
        guard let place = Place(path.map(String.init)) else {
            return .fault(404, "there is nothing at \(request.path)")
        }
        guard place.methods.contains(request.method) else {
            var refusal = HTTPResponse.fault(405, "\(request.path) takes \(place.methods)")
            refusal.headers.append((name: "Allow", value: place.methods.joined(separator: ", ")))
            return refusal
        }
        switch place {
        case .reports: return await takeReport(request)
        case .kioskScreen(let kiosk): return await takeScreen(request, of: kiosk)
        case .fleet: return await fleetPage()
        case .style: return .styleSheet
        case .health: return await health()
        case .screen(let kiosk): return await screen(of: kiosk)
        }
    }
}

// MARK: - Kiosks

extension ProvinceServer {
    private func takeReport(_ request: HTTPRequest) async -> HTTPResponse {
        let report: CheckedReport
        do {
            let decoded = try JSONDecoder().decode(Report.self, from: Data(request.body))
            report = try CheckedReport(decoded)
        } catch let fault as ReportFault {
            log.warning("report refused: \(fault)")
            return .fault(400, "\(fault)")
        } catch {
            log.warning("report refused: \(request.body.count) bytes that are no report")
            return .fault(400, "the body is not a report in JSON")
        }
        if let refusal = gate.refusal(of: request, from: report.kiosk) {
            log.warning("report of \(report.kiosk) refused with \(refusal.status)")
            return refusal
        }
        do {
            let receipt = try await store.insert(report, received: now())
            return .json(200, Array(try JSONEncoder().encode(receipt)))
        } catch let conflict as RowConflict {
            log.error("report refused: \(conflict)")
            return .fault(409, "\(conflict)")
        } catch {
            log.error("report of \(report.kiosk) not stored: \(error)")
            return .unavailable("the report could not be stored; send it again")
        }
    }

    private func takeScreen(_ request: HTTPRequest, of name: String) async -> HTTPResponse {
        guard let kiosk = KioskID(name) else { return .fault(404, "there is no such kiosk") }
        if let refusal = gate.refusal(of: request, from: kiosk) { return refusal }
        guard PNGHeader(request.body)?.isReasonable == true else {
            return .fault(400, "the body is not a PNG of at most 4096 pixels a side")
        }
        do {
            try await store.setScreen(request.body, of: kiosk, received: now())
            return HTTPResponse(status: 204)
        } catch {
            log.error("screen of \(kiosk) not stored: \(error)")
            return .unavailable("the picture could not be stored")
        }
    }
}

// MARK: - People

extension ProvinceServer {
    private func fleetPage() async -> HTTPResponse {
        do {
            let time = now()
            var cards: [FleetPage.Card] = []
            for kiosk in settings.kiosks {
                cards.append(
                    .init(kiosk: kiosk, glance: try await store.glance(of: kiosk.id, now: time))
                )
            }
            return .page(FleetPage(cards: cards, now: time).html)
        } catch {
            log.error("fleet page: \(error)")
            return .unavailable("the database does not answer")
        }
    }

    private func screen(of name: String) async -> HTTPResponse {
        guard let kiosk = KioskID(name), gate.knows(kiosk) else {
            return .fault(404, "there is no such kiosk")
        }
        do {
            guard let png = try await store.screen(of: kiosk) else {
                return .fault(404, "kiosk \(kiosk) has sent no picture yet")
            }
            return .picture(png)
        } catch {
            log.error("screen of \(kiosk): \(error)")
            return .unavailable("the database does not answer")
        }
    }

    private func health() async -> HTTPResponse {
        do {
            for kiosk in settings.kiosks.prefix(1) {
                _ = try await store.glance(of: kiosk.id, now: now())
            }
            return .text(200, "ok\n")
        } catch {
            return .unavailable("the database does not answer")
        }
    }
}
