import Testing

@testable import Air

@Suite struct BroadcastTests {
    @Test("playing event by event gives the records of the capture")
    func play() {
        let scene = Scene.ferry.changed(minutes: 3)
        var writer = BtsnoopWriter(datalink: .uart)
        let truth = scene.play(seed: 6) { event, time in writer.append(event: event, at: time) }
        let rendered = scene.render(seed: 6)
        let same = writer.bytes == rendered.capture
        #expect(same)
        #expect(truth == rendered.truth)
    }

    @Test("a listener that has had enough ends the play")
    func end() {
        struct Enough: Error {}
        var events = 0
        #expect(throws: Enough.self) {
            try Scene.bus.play(seed: 1) { _, _ in
                events += 1
                if events == 10 { throw Enough() }
            }
        }
        #expect(events == 10)
    }

    @Test("channels are as full in the first second as in the next ones")
    func firstSecond() throws {
        var scene = Scene.jammed.changed(minutes: 1)
        let crowd = Crowd(bluezoneAndroids: 1500)
        scene.movements = [.party(Party(crowd: crowd, comes: -120, leaves: 9999))]
        var seconds = [Int](repeating: 0, count: 60)
        scene.hear(scene.stays(seed: 1), seed: 1, reports: .legacy) { report in
            seconds[Int((report.time - scene.span.lowerBound) / Microseconds.second)] += 1
        }
        let usual = seconds.dropFirst().sorted()[29]
        #expect(abs(Double(seconds[0]) / Double(usual) - 1) < 0.5)
    }

    @Test("collisions take reports away and change nothing else")
    func collisions() {
        let without = Scene.bus.changed(minutes: 5)
        var with = without
        with.ear.collisions = Collisions(captureMargin: nil)
        let all = without.heard(seed: 2)
        let some = with.heard(seed: 2)
        let share = Double(some.count) / Double(all.count)
        #expect((0.8...0.99).contains(share))
        #expect(Set(some.compactMap(\.androidId)) == Set(all.compactMap(\.androidId)))
    }

    @Test("a rest of a command's answers comes after the last report")
    func answers() {
        var ticks: [Int64] = []
        var ticker = CommandTicker(every: 10, during: 0..<35_000_000)
        for time in [0, 5, 10, 11, 99] as [Int64] {
            ticker.tick(before: time * Microseconds.second) { event, at in
                #expect(event == HCIEvent.scanEnabled)
                ticks.append(at / Microseconds.second)
            }
        }
        #expect(ticks == [0, 10, 20, 30])
        let silent = CommandTicker(every: nil, during: 0..<35_000_000)
        #expect(!silent.isDue(before: .max))
    }
}
