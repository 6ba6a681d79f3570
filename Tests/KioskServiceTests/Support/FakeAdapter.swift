import Beacons
import Fleet
import KioskLogic
import KioskService
import Synchronization

/// An adapter with scripted faults on a clock that runs when it is listened to, a quarter second each time.
final class FakeAdapter: AdapterPort, KioskClock, SteadyClock, RebootDesk {
    /// What goes on.
    struct Air: Sendable {
        /// Adverts a second of Bluezone phones.
        var phones = 20
        /// What everything throws; nil when it works.
        var trouble: RadioTrouble?
        /// Whether the controller answers.
        var answers = true
        /// The stage that mends it.
        var cure: RadioStage?
        var lost: UInt64 = 0
        var isDisturbed = false
    }

    private struct State {
        var air = Air()
        var quarterSeconds: Int64 = 0
        var isOpen = false
        var stages: [RadioStage] = []
        var requests: [String] = []
        var closings = 0
    }

    private let state = Mutex(State())
    private let origin: Instant

    init(start: Instant) {
        origin = start
    }

    var air: Air {
        get { state.withLock { $0.air } }
        set { state.withLock { $0.air = newValue } }
    }

    var stages: [RadioStage] { state.withLock { $0.stages } }
    var requests: [String] { state.withLock { $0.requests } }
    var closings: Int { state.withLock { $0.closings } }

    // MARK: Clocks and desk

    func now() -> Instant {
        Instant(
            microseconds: origin.microseconds + state.withLock { $0.quarterSeconds } * 250_000
        )
    }

    func seconds() -> Double { 1000 + Double(state.withLock { $0.quarterSeconds }) / 4 }
    func past() -> [Instant] { [] }

    func request(_ reason: String, at time: Instant) {
        state.withLock { $0.requests.append(reason) }
    }

    // MARK: Port

    var label: String { "hci9" }
    var lost: UInt64 { air.lost }

    func start() throws(RadioTrouble) {
        try mayThrow()
        state.withLock { $0.isOpen = true }
    }

    func hear(_ deliver: (ByteView, Instant) -> Void) throws(RadioTrouble) -> AdapterNews {
        let quarter = state.withLock { state in
            state.quarterSeconds += 1
            return state.quarterSeconds
        }
        let (air, isOpen) = state.withLock { ($0.air, $0.isOpen) }
        if isOpen, let trouble = air.trouble {
            state.withLock { $0.isOpen = false }
            throw trouble
        }
        guard isOpen, air.answers else { return AdapterNews() }
        let second = Int(quarter) / 4
        for phone in 0..<air.phones where (second + phone * 7) % 30 < 15 {
            // A burst keeps the id it began with.
            let burst = origin.adding(seconds: Int64(second - (second + phone * 7) % 30))
            let advert = Self.advert(of: UInt8(phone), quarter: burst.seconds / 900)
            advert.withUnsafeBytes { deliver(ByteView($0), now()) }
        }
        state.withLock { $0.air.isDisturbed = false }
        return AdapterNews(isDisturbed: air.isDisturbed)
    }

    func probe() throws(RadioTrouble) { try mayThrow() }

    func perform(_ stage: RadioStage) throws(RadioTrouble) {
        state.withLock { state in
            state.stages.append(stage)
            if state.air.cure == stage { state.air = Air() }
            if stage != .restartScan { state.isOpen = false }
        }
        if stage == .restartScan { try mayThrow() }
    }

    func close() { state.withLock { $0.closings += 1 } }

    private func mayThrow() throws(RadioTrouble) {
        let air = air
        if let trouble = air.trouble { throw trouble }
        if !air.answers { throw RadioTrouble(.silent, "no answer: wait") }
    }

    /// A legacy report event of a Bluezone phone.
    private static func advert(of phone: UInt8, quarter: Int64) -> [UInt8] {
        let id =
            [0x0f, 0xff, 0xb5, 0x22, phone, UInt8(truncatingIfNeeded: quarter)]
            + [UInt8](repeating: 7, count: 10)
        let data = id + [0x03, 0x03, 0x56, 0x4e]
        let report = [0, 1, phone, 2, 3, 4, 5, 0x46, UInt8(data.count)] + data + [0xc4]
        return [0x3e, UInt8(report.count + 2), 0x02, 1] + report
    }
}
