import Air
import Beacons
import Fleet
import Testing

@testable import Census

/// The whole way from bytes to figures, against a ride whose truth is known.
@Suite struct BusSceneTests {
    /// What the census makes of a capture.
    private static func count(_ capture: [UInt8]) throws -> ScriptedAir.Results {
        var listener = AdvertListener()
        var census = ScriptedAir().census
        try capture.withUnsafeBytes { bytes in
            var reader = try CaptureReader(ByteView(bytes))
            var last: Instant?
            while let event = try reader.next() {
                if last == nil { census.begin(at: event.time) }
                last = event.time
                listener.hear(event.packet, into: &census) { $0.hear($1, at: event.time) }
            }
            census.finish(at: try #require(last))
        }
        let results = ScriptedAir.Results(census.takeResults())
        #expect(results.windows.reduce(0) { $0 + $1.reports } == listener.reports)
        return results
    }

    /// A seed, a share of packets heard, and the largest mean error of occupancy that is allowed.
    ///
    /// The truth is everybody in radio range.
    static let rides: [(seed: UInt64, reception: Double, bound: Double)] = [
        (852, 0.048, 0.015), (852, 0.8, 0.015), (1, 0.048, 0.015), (2, 0.048, 0.015),
    ]

    @Test("occupancy of a bus is right within a few percent", arguments: rides)
    func occupancy(seed: UInt64, reception: Double, bound: Double) throws {
        let (capture, truth) = try Scene.bus.heard(reception: reception).render(seed: seed)
        let results = try Self.count(capture)
        let windows = results.windows.filter { $0.figures != nil }
        #expect(windows.map(\.span.start.seconds) == truth.windows.map(\.start))
        let errors = try zip(windows, truth.windows).map { window, row in
            abs(try #require(window.figures).androidOccupancy - row.inRangeOccupancy)
                / row.inRangeOccupancy
        }
        let mean = errors.reduce(0, +) / Double(errors.count)
        let percent = (mean * 1000).rounded() / 10
        print("bus, seed \(seed), reception \(reception): mean error of occupancy \(percent) %")
        #expect(mean < bound)
        #expect(windows.allSatisfy { $0.quality == .regular })
        let quarters = results.quarters
        #expect(quarters.map(\.span.start.seconds) == truth.quarters.map(\.start))
        for (quarter, row) in zip(quarters, truth.quarters) {
            let figures = try #require(quarter.figures)
            #expect(abs(figures.androidOccupancy / row.inRangeOccupancy - 1) < bound + 0.02)
            #expect(abs(figures.iosOccupancy - row.iosOccupancy) < 3)
            #expect(figures.androidInterval.contains(row.inRangeDistinct))
        }
    }

    @Test("the same air gives the same figures however it is written down")
    func formats() throws {
        var scene = try Scene.bus.heard(reception: 0.048)
        scene.length = 600
        let expected = try Self.count(scene.render(seed: 852).capture).windows.map(\.figures)
        #expect(expected.count == 2)
        for datalink in BtsnoopWriter.Datalink.allCases {
            for reports in [CaptureFormat.Reports.legacy, .extended] {
                let format = CaptureFormat(datalink: datalink, reports: reports)
                let windows = try Self.count(scene.render(seed: 852, format: format).capture)
                    .windows
                // Events are grouped otherwise, and all reports of an event have its time.
                #expect(
                    windows.map(\.figures?.androidDistinct) == expected.map(\.?.androidDistinct)
                )
                #expect(windows.map(\.figures?.otherPhones) == expected.map(\.?.otherPhones))
            }
            let format = CaptureFormat(datalink: datalink, reports: .extendedWithLongAdvert)
            let windows = try Self.count(scene.render(seed: 852, format: format).capture).windows
            #expect(windows.map(\.figures?.androidDistinct) == expected.map(\.?.androidDistinct))
        }
    }
}
