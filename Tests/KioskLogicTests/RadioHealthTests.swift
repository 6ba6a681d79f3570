import Testing

@testable import KioskLogic

@Suite struct RadioHealthTests {
    /// A fault at a busy place: what happens to the adapter after ten minutes of traffic.
    struct Story: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: ScriptedRadio.Fault
        /// The stages that are done, in their order.
        let stages: [RadioStage]
    }

    static let stories = [
        Story(
            testDescription: "the scan ended and nobody told",
            fault: .init(adverts: 0, cure: .restartScan),
            stages: [.restartScan]
        ),
        Story(
            testDescription: "the controller answers and hears nothing until it is reset",
            fault: .init(adverts: 0, cure: .reset),
            stages: [.restartScan, .reset]
        ),
        Story(
            testDescription: "the controller is dead until its power is cycled",
            fault: .init(adverts: 0, answers: false, cure: .powerCycle),
            stages: [.restartScan, .reset, .powerCycle]
        ),
        Story(
            testDescription: "the controller is dead until it is rebound",
            fault: .init(adverts: 0, answers: false, cure: .rebind),
            stages: RadioStage.allCases
        ),
        Story(
            testDescription: "a stage that cannot be done is passed over",
            fault: .init(
                adverts: 0,
                answers: false,
                cure: .rebind,
                impossible: [.reset, .powerCycle]
            ),
            stages: RadioStage.allCases
        ),
    ]

    @Test(
        "a fault where there is traffic is noticed within 90 s and mended step by step",
        arguments: stories
    )
    func busy(story: Story) throws {
        var radio = ScriptedRadio()
        radio.run(600)
        #expect(radio.health.state == .listening)
        #expect(radio.stages(after: 0).isEmpty)
        let begin = radio.now
        radio.fault = story.fault
        radio.run(180)
        #expect(radio.stages(after: begin) == story.stages)
        if story.stages.count > 1 {
            #expect(try #require(radio.deafness(after: begin)) <= 90)
        }
        #expect(radio.health.state == .listening)
        #expect(radio.reboots.isEmpty)
    }

    @Test("a lone depot may be silent all night: the controller is asked, the scan begun afresh")
    func depot() {
        var radio = ScriptedRadio()
        radio.fault.adverts = 0
        radio.run(8 * 3600)
        #expect(radio.health.state == .quiet)
        #expect(radio.deafness(after: 1) == nil)
        let probes = radio.diary.filter { $0.entry == .action(.probe) }
        #expect(probes.count >= 8 * 50)
        #expect((80...100).contains(radio.stages(after: 0).count))
        #expect(Set(radio.stages(after: 0)) == [.restartScan])
        radio.fault.adverts = 5
        radio.run(2)
        #expect(radio.health.state == .listening)
    }

    @Test(
        "a controller that dies in a silent depot is noticed within 90 s too",
        arguments: [1, 29, 59]
    )
    func depotDies(second: Int) throws {
        var radio = ScriptedRadio()
        radio.fault.adverts = 0
        radio.run(3600 + second)
        let begin = radio.now
        radio.fault.answers = false
        radio.run(90)
        #expect(try #require(radio.deafness(after: begin)) <= 90)
        // It stops only after nobody could have known better.
        #expect(try #require(radio.health.lastSign) <= begin)
    }

    @Test("a bus whose passengers leave is not deaf: silence is believed when no stage changed it")
    func parked() {
        var radio = ScriptedRadio()
        radio.run(1200)
        radio.fault.adverts = 0
        let begin = radio.now
        radio.run(6 * 3600)
        #expect(
            radio.stages(after: begin).prefix(4) == [.restartScan, .reset, .powerCycle, .rebind]
        )
        #expect(!radio.stages(after: begin + 200).contains(.reset))
        #expect(radio.health.state == .quiet)
        #expect(radio.reboots.isEmpty)
    }

    @Test("a dead controller leads to requests for a reboot, within their quota")
    func reboots() {
        var radio = ScriptedRadio()
        radio.run(600)
        radio.fault.answers = false
        radio.fault.adverts = 0
        radio.run(20 * 3600)
        #expect(radio.reboots.count == 2)
        #expect(radio.reboots[1] - radio.reboots[0] >= 3600)
        // Ladders come ever more rarely.
        #expect(radio.stages(after: 600).count < 4 * 60)
        #expect(radio.health.state == .deaf(ScriptedRadio.dead))
        radio.fault = ScriptedRadio.Fault()
        radio.run(60)
        #expect(radio.health.state == .listening)
    }

    @Test("reboots asked for before the start count")
    func earlierReboots() {
        var radio = ScriptedRadio(quota: RebootQuota(past: [-7200, -80_000]))
        radio.fault.answers = false
        radio.run(6300)
        #expect(radio.reboots.isEmpty)
        radio.run(3600)
        #expect(radio.reboots.count == 1)
    }

    @Test(
        "an adapter that is absent is looked for, and heard as soon as it is there",
        arguments: RadioTrouble.Kind.allCases.filter { !$0.isCurable }
    )
    func absent(kind: RadioTrouble.Kind) {
        var radio = ScriptedRadio()
        radio.run(300)
        let trouble = RadioTrouble(kind, "because")
        radio.fail(trouble)
        radio.run(600)
        #expect(radio.health.state == .absent(trouble))
        #expect(radio.stages(after: 300).isEmpty)
        #expect(radio.reboots.isEmpty)
        radio.fault.trouble = nil
        radio.run(61)
        #expect(radio.health.state == .listening)
    }

    @Test("an adapter that is switched off is back in a second, unless it happens again and again")
    func switchedOff() {
        var health = RadioHealth()
        #expect(health.next(at: 0) == .start)
        health.started(at: 0)
        var pauses: [Double] = []
        for turn in 0..<6 {
            let now = 100 + 15 * Double(turn)
            health.failed(RadioTrouble(.off, "off"), at: now)
            let due = stride(from: now, to: now + 15, by: 0.25).first {
                health.next(at: $0) == .start
            }
            pauses.append((due ?? .infinity) - now)
            health.started(at: now + 14)
        }
        #expect(pauses == [1, 1, 1, 2, 4, 8])
        health.failed(RadioTrouble(.off, "off"), at: 1000)
        #expect(health.next(at: 1001) == .start)
    }

    @Test("trouble that is told again and again does not put off the next attempt")
    func toldAgain() {
        var radio = ScriptedRadio()
        radio.run(10)
        let begin = radio.now
        for _ in 0..<20 {
            radio.fail(RadioTrouble(.off, "off"))
            radio.run(1)
        }
        #expect(radio.diary.contains { $0.time > begin && $0.entry == .action(.start) })
    }

    @Test("an adapter that appears is opened at once")
    func returned() {
        var radio = ScriptedRadio()
        radio.run(10)
        radio.fail(RadioTrouble(.firmware, "none"))
        radio.run(5)
        radio.fault.trouble = nil
        radio.health.mayBeBack(at: radio.now)
        radio.run(1)
        #expect(radio.health.state == .listening)
    }

    @Test("a scan that others change is taken back soon, and not in a fast fight")
    func disturbed() {
        var radio = ScriptedRadio()
        radio.run(10)
        radio.health.disturbed(at: radio.now)
        radio.run(2)
        #expect(radio.stages(after: 0) == [.restartScan])
        for _ in 0..<600 {
            radio.health.disturbed(at: radio.now)
            radio.run(1)
        }
        #expect((10...45).contains(radio.stages(after: 0).count))
        #expect(radio.health.state == .listening)
    }
}
