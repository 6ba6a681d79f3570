import Fleet
import Testing

@testable import KioskService

@Suite struct AirTallyTests {
    @Test("reports are told apart by kind and by strength")
    func tally() {
        var tally = AirTally()
        let strengths: [Int8] = [20, -40, -41, -60, -90, -91, -128, 127]
        for rssi in strengths {
            tally.hear(Sighting(kind: .gaen, trace: .none, rssi: rssi))
        }
        #expect(tally.reports == 8)
        #expect(tally.kinds == [.gaen: 8])
        #expect(tally.levels == [2, 1, 1, 0, 0, 1, 2])
        #expect(tally.unmeasured == 1)
    }

    @Test("two radios hear twice as much")
    func load() {
        #expect(AirTally.load(reportsASecond: 490, radios: 1) == 1)
        #expect(AirTally.load(reportsASecond: 490, radios: 2) == 0.5)
        #expect(AirTally.load(reportsASecond: 49, radios: 0) == 0.1)
    }
}
