import Testing

@testable import VirtualController

@Suite struct PacerTests {
    @Test("a capture is played in its own time from the moment it begins")
    func asCaptured() {
        var pacer = Pacer(.asCaptured)
        #expect(pacer.due(5_000) == nil)
        pacer.start(at: 1_000_000)
        #expect(pacer.due(5_000) == 1_000_000)
        #expect(pacer.due(7_500) == 1_002_500)
        // A later scan does not begin it anew.
        pacer.start(at: 9_000_000)
        #expect(pacer.due(7_500) == 1_002_500)
    }

    @Test("by the clock a report is due at its own time, begun or not")
    func byClock() {
        var pacer = Pacer(.byClock)
        #expect(pacer.due(5_000) == 5_000)
    }

    @Test("a rate spaces reports evenly, whatever their stamps say")
    func rate() {
        var pacer = Pacer(.rate(500))
        #expect(pacer.due(1) == nil)
        pacer.start(at: 10)
        var due: [Int64?] = []
        for _ in 0..<3 {
            due.append(pacer.due(77))
            pacer.step()
        }
        #expect(due == [10, 2_010, 4_010])
    }

    @Test("a new rate holds from its moment on, and rate 0 stops the playing")
    func newRate() {
        var pacer = Pacer(.asCaptured)
        pacer.start(at: 0)
        pacer.step()
        pacer.setRate(0, at: 50)
        #expect(pacer.due(1) == nil)
        pacer.setRate(1000, at: 100)
        #expect(pacer.due(1) == 100)
        pacer.step()
        #expect(pacer.due(1) == 1_100)
    }

    @Test("a rate that is set before the beginning waits for it")
    func rateBeforeBeginning() {
        var pacer = Pacer(.rate(0))
        pacer.setRate(10, at: 5)
        #expect(pacer.due(1) == nil)
        pacer.start(at: 20)
        #expect(pacer.due(1) == 20)
    }
}
