package import Fleet
import FoundationEssentials
import KioskLogic
package import Lifecycle

/// Brings what is stored to the province: rows until they are acknowledged, the kiosk's health, and a
/// picture of its screen now and then.
package struct ReportingService: Service {
    package let name = "reporting"
    private let settings: KioskSettings.Province
    private let kiosk: KioskID
    private let store: KioskStore
    private let link: any ProvinceLink
    private let status: KioskStatus
    private let health: @Sendable () async -> Report.Health
    private let pictures: PictureSender?
    private let current: (boot: BootID, source: Report.Source)
    private let clock: any KioskClock
    private let log: Log

    /// Most rows in one report.
    private static let batch = 200

    package init(
        settings: KioskSettings.Province,
        kiosk: KioskID,
        store: KioskStore,
        link: any ProvinceLink,
        current: (boot: BootID, source: Report.Source),
        clock: any KioskClock,
        pictures: PictureSender?,
        status: KioskStatus,
        log: Log,
        health: @escaping @Sendable () async -> Report.Health
    ) {
        self.settings = settings
        self.kiosk = kiosk
        self.store = store
        self.link = link
        self.current = current
        self.clock = clock
        self.pictures = pictures
        self.status = status
        self.log = log
        self.health = health
    }

    package func run() async throws {
        let began = ContinuousClock.now
        var machine = OutboxMachine(heartbeat: Double(settings.heartbeatSeconds))
        var lastProblem: String?
        var told: String?
        while !Task.isCancelled {
            let now = began.duration(to: .now) / .seconds(1)
            let waiting = (try? await store.counts().waiting) ?? 0
            let state = status.news
            let action = machine.action(
                now: now,
                waitingRows: waiting,
                hasNews: told != state
            )
            guard action == .send else {
                try? await Task.sleep(for: .seconds(1))
                continue
            }
            do {
                try await sendReport()
                await sendPicture(now: now)
                machine.succeeded(now: now)
                told = state
                if lastProblem != nil { log.notice("reporting: the province answers again") }
                lastProblem = nil
            } catch {
                machine.failed(now: now, chance: Double.random(in: 0...1))
                if Task.isCancelled { return }
                let problem = "\(error)"
                if problem != lastProblem {
                    log.warning("reporting: \(problem); \(waiting) rows wait, trying on")
                }
                lastProblem = problem
            }
        }
    }

    /// A picture is a courtesy: rows never wait for it.
    private func sendPicture(now: Double) async {
        do {
            try await pictures?.sendIfDue(now: now)
        } catch {
            if !Task.isCancelled { log.warning("reporting: no picture sent: \(error)") }
        }
    }

    private func sendReport() async throws {
        let waiting = try await store.waiting(limit: Self.batch)
        let shown = try await store.shownPages()
        let report = Report(
            kiosk: kiosk,
            journal: store.journal,
            boot: waiting?.boot ?? current.boot,
            source: waiting?.source ?? current.source,
            sent: clock.now(),
            health: await health().shortened,
            rows: waiting?.rows ?? [],
            shown: shown
        )
        let answer = try await link.send(.report(Array(try JSONEncoder().encode(report))))
        let receipt = try JSONDecoder().decode(Receipt.self, from: Data(answer))
        if !shown.isEmpty { try await store.told(shown) }
        guard let last = waiting?.rows.last?.sequence else { return }
        // The province cannot acknowledge what it was not sent.
        guard receipt.acknowledged_through == last else {
            throw ReportFault(
                "the province acknowledged \(receipt.acknowledged_through) instead of \(last)"
            )
        }
        try await store.acknowledge(through: last)
    }
}

extension Report.Health {
    /// The same with every part cut to what the province takes.
    fileprivate var shortened: Report.Health {
        func cut(_ text: String) -> String {
            var text = text
            while text.utf8.count > CheckedReport.maximumHealthLength {
                text.removeLast()
            }
            return text
        }
        return Report.Health(version: cut(version), radio: cut(radio), display: cut(display))
    }
}
