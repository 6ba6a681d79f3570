import Testing

@testable import KioskLogic

@Suite struct OutboxMachineTests {
    /// The pause that a machine takes after its next failure.
    private func pause(_ machine: inout OutboxMachine, chance: Double, rows: Int = 1) -> Double {
        machine.failed(now: 0, chance: chance)
        guard case .wait(let seconds) = machine.action(now: 0, waitingRows: rows) else { return 0 }
        return seconds
    }

    @Test("the first message goes at once, with rows or without", arguments: [0, 1, 5000])
    func first(rows: Int) {
        #expect(OutboxMachine(heartbeat: 60).action(now: 0, waitingRows: rows) == .send)
    }

    @Test("rows go at once, also right after a success")
    func rows() {
        var machine = OutboxMachine(heartbeat: 60)
        machine.succeeded(now: 10)
        #expect(machine.action(now: 10, waitingRows: 1) == .send)
    }

    @Test("without rows a heartbeat goes when its time has come")
    func heartbeat() {
        var machine = OutboxMachine(heartbeat: 60)
        machine.succeeded(now: 10)
        #expect(machine.action(now: 10, waitingRows: 0) == .wait(seconds: 60))
        #expect(machine.action(now: 69.5, waitingRows: 0) == .wait(seconds: 0.5))
        #expect(machine.action(now: 70, waitingRows: 0) == .send)
        #expect(machine.action(now: 7000, waitingRows: 0) == .send)
    }

    @Test("a part that is not as the province was told is told soon, but not each second")
    func news() {
        var machine = OutboxMachine(heartbeat: 3600)
        machine.succeeded(now: 10)
        #expect(machine.action(now: 12, waitingRows: 0, hasNews: true) == .wait(seconds: 8))
        #expect(machine.action(now: 20, waitingRows: 0, hasNews: true) == .send)
        #expect(machine.action(now: 20, waitingRows: 0) == .wait(seconds: 3590))
        machine.failed(now: 20, chance: 1)
        #expect(machine.action(now: 20, waitingRows: 0, hasNews: true) == .wait(seconds: 1))
        var frequent = OutboxMachine(heartbeat: 2)
        frequent.succeeded(now: 10)
        #expect(frequent.action(now: 12, waitingRows: 0, hasNews: true) == .send)
    }

    @Test("pauses double from a second up to the limit and stay there")
    func doubling() {
        var machine = OutboxMachine(heartbeat: 60)
        let pauses = (0..<12).map { _ in pause(&machine, chance: 1) }
        #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
        for _ in 0..<1000 { machine.failed(now: 0, chance: 1) }
        #expect(pause(&machine, chance: 1) == OutboxMachine.longestPause)
    }

    @Test("chance spreads a pause from its half to the whole", arguments: [0, 0.25, 0.5, 1])
    func spread(chance: Double) {
        var machine = OutboxMachine(heartbeat: 60)
        for full in [1.0, 2, 4, 8] {
            #expect(pause(&machine, chance: chance) == full * (0.5 + chance / 2))
        }
    }

    @Test("rows wait for the end of the pause as well")
    func rowsWait() {
        var machine = OutboxMachine(heartbeat: 60)
        machine.failed(now: 100, chance: 1)
        #expect(machine.action(now: 100, waitingRows: 9) == .wait(seconds: 1))
        #expect(machine.action(now: 100, waitingRows: 0) == .wait(seconds: 1))
        #expect(machine.action(now: 101, waitingRows: 9) == .send)
        #expect(machine.action(now: 101, waitingRows: 0) == .send)
    }

    @Test("a failed heartbeat is repeated after the pause, not after a heartbeat")
    func failedHeartbeat() {
        var machine = OutboxMachine(heartbeat: 3600)
        machine.succeeded(now: 0)
        machine.failed(now: 3600, chance: 1)
        #expect(machine.action(now: 3600, waitingRows: 0) == .wait(seconds: 1))
        #expect(machine.action(now: 3601, waitingRows: 0) == .send)
    }

    @Test("a failure does not bring a heartbeat forward")
    func noEarlyHeartbeat() {
        var machine = OutboxMachine(heartbeat: 3600)
        machine.succeeded(now: 0)
        machine.failed(now: 10, chance: 1)
        #expect(machine.action(now: 20, waitingRows: 0) == .wait(seconds: 3580))
    }

    @Test("a success resets the pauses")
    func reset() {
        var machine = OutboxMachine(heartbeat: 60)
        for _ in 0..<6 { machine.failed(now: 0, chance: 1) }
        machine.succeeded(now: 0)
        #expect(machine.action(now: 0, waitingRows: 1) == .send)
        #expect(pause(&machine, chance: 1) == 1)
    }
}
