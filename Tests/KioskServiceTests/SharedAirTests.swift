import Census
import Fleet
import KioskLogic
import Lifecycle
import SystemIO
import Testing

@testable import KioskService

@Suite struct SharedAirTests {
    private static let start = Instant(seconds: 1_597_276_800)

    private func report(_ label: String, _ state: RadioHealth.State) -> AdapterReport {
        AdapterReport(
            label: label,
            state: state,
            lastHeard: Self.start,
            lastStage: nil
        )
    }

    @Test("a kiosk hears while one of its adapters does, and says how each is")
    func several() {
        let status = KioskStatus()
        let counter = Counter(
            configuration: CensusConfiguration(),
            drawWord: KernelRandom.word
        )
        let air = SharedAir(counter: counter, status: status, log: Log { _, _ in })
        air.begin(at: Self.start)
        #expect(!status.isHearing)
        air.tell(report("hci0", .listening), of: 0, at: Self.start)
        #expect(status.isHearing)
        let gone = RadioHealth.State.absent(RadioTrouble(.gone, "it went away"))
        air.tell(report("hci1", gone), of: 1, at: Self.start)
        #expect(status.isHearing)
        #expect(status.radio == "listening; hci1: it went away")
        air.tell(report("hci1", .quiet), of: 1, at: Self.start)
        #expect(status.radio == "listening")
        air.tell(report("hci0", .quiet), of: 0, at: Self.start)
        #expect(status.radio == "listening")
        air.tell(report("hci1", gone), of: 1, at: Self.start)
        air.tell(report("hci0", .deaf(nil)), of: 0, at: Self.start.adding(seconds: 60))
        #expect(!status.isHearing)
        #expect(status.excuse == "Bluetooth đang khởi động lại")
    }
}
