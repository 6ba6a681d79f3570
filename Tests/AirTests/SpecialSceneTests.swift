import Testing

@testable import Air

/// What each of the scenes is there for.
@Suite struct SpecialSceneTests {
    /// Reports a second in each ten seconds of a scene.
    private static func rates(_ scene: Scene, seed: UInt64) -> [Double] {
        var rates = [Double](repeating: 0, count: Int(scene.length / 10))
        scene.hear(scene.stays(seed: seed), seed: seed, reports: .legacy) { report in
            let seconds = (report.time - scene.span.lowerBound) / Microseconds.second
            rates[Int(seconds / 10)] += 0.1
        }
        return rates
    }

    @Test("in the jammed scene fewer reports arrive although more phones are there")
    func jammed() throws {
        // The same crowd in a tenth of the time.
        let scene = Scene.jammed.changed(minutes: 3)
        let rates = Self.rates(scene, seed: 1)
        let peak = try #require(rates.indices.max { rates[$0] < rates[$1] })
        #expect((2...9).contains(peak))
        #expect((450...900).contains(rates[peak]))
        let last = try #require(rates.last)
        #expect(last < rates[peak] / 4)
        let stays = Scene.jammed.stays(seed: 1)
        let truth = Truth(of: .jammed, seed: 1, stays: stays)
        let phones = truth.windows.map(\.androidOccupancy)
        #expect(phones == phones.sorted())
        #expect(truth.quarters.last?.androidAtEnd == 2400)
    }

    @Test("the deaf scene holds answers to commands over its whole time, and no report")
    func deaf() throws {
        let (bytes, truth) = Scene.deaf.render(seed: 1)
        let capture = try CaptureReader(bytes)
        #expect(try capture.legacyReports().isEmpty)
        #expect(capture.records.count == 360)
        #expect(capture.records.allSatisfy { $0.packet == [4, 0x0E, 4, 1, 0x0C, 0x20, 0] })
        let times = capture.records.map { $0.time / Microseconds.second - Scene.deaf.start }
        #expect(times == Array(stride(from: 0, to: 3600, by: 10)))
        // People are on board all the same: nothing heard is not nobody there.
        #expect(truth.quarters.allSatisfy { $0.androidOccupancy > 5 })
    }

    @Test("the empty scene holds gadgets, answers to commands, and nobody with Bluezone")
    func empty() throws {
        let (bytes, truth) = Scene.empty.render(seed: 1)
        let capture = try CaptureReader(bytes)
        let reports = try capture.legacyReports()
        #expect(reports.count > 3000)
        #expect(reports.allSatisfy { $0.androidId == nil })
        #expect(capture.records.count { $0.packet[1] == 0x0E } == 360)
        #expect(truth.quarters.allSatisfy { $0.inRangeDistinct == 0 && $0.iosOccupancy == 0 })
    }

    @Test("one passenger is on the night bus for three quarters, then nobody", arguments: 1...10)
    func nightBus(seed: UInt64) {
        let stays = Scene.nightBus.stays(seed: seed)
        let truth = Truth(of: .nightBus, seed: seed, stays: stays)
        #expect(truth.quarters.map(\.androidDistinct) == [1, 1, 1, 0])
        #expect(truth.quarters.map(\.boardings) == [1, 0, 0, 0])
        #expect(truth.quarters.map(\.alightings) == [0, 0, 1, 0])
    }

    @Test("version 1 is heard in the mixed scene, once a second, and is not in the truth")
    func mixed() throws {
        let scene = Scene.mixed.changed(minutes: 15)
        let stays = scene.stays(seed: 2)
        let old = stays.filter { $0.device == .bluezoneFirstVersion }
        #expect((1...25).contains(old.count))
        let counted = stays.filter { $0.device != .bluezoneFirstVersion }
        let truth = Truth(of: scene, seed: 2, stays: stays)
        #expect(truth == Truth(of: scene, seed: 2, stays: counted))
        let start = octets("02010209ffb522")
        let adverts = scene.heard(seed: 2).map(\.packet.data).filter {
            $0.prefix(7) == start[...]
        }
        #expect(adverts.count > 500)
        #expect(adverts.allSatisfy { $0.count == 31 && $0[13] == 0x11 && $0[14] == 0x07 })
        #expect(adverts.allSatisfy { $0[7..<13].allSatisfy { (65...90).contains($0) } })
        #expect(Set(adverts).count <= old.count)
    }

    @Test("with the app open on some screens there are more reports than without")
    func appOpen() {
        let bus = Scene.bus.changed(minutes: 15).heard(seed: 3)
        let open = Scene.appOpen.changed(minutes: 15).heard(seed: 3)
        #expect(
            Double(open.count { $0.androidId != nil })
                > 1.1 * Double(bus.count { $0.androidId != nil })
        )
    }
}
