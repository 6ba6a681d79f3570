import Air
import Beacons
import Fleet
import Testing

@testable import Census

/// The whole way from packets to figures over several seeds, against everybody in radio range.
///
/// A few seeds and a part of each scene here; `deploy/accuracy.py` measures 20 seeds of the whole.
@Suite struct AccuracyTests {
    /// A scene, and the largest mean errors of the means of windows and of the quarters' phones.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let occupancy: Double
        let distinct: Double
        /// Share of the windows whose interval must hold the truth; single seeds differ.
        let coverage: Double
        let minutes: Int64
        let reception: Double

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "bus",
            occupancy: 0.015,
            distinct: 0.04,
            coverage: 0.9,
            minutes: 45,
            reception: 0.2
        ),
        Case(
            name: "terminal",
            occupancy: 0.015,
            distinct: 0.04,
            coverage: 0.9,
            minutes: 45,
            reception: 0.1
        ),
        Case(
            name: "app-open",
            occupancy: 0.02,
            distinct: 0.04,
            coverage: 0.9,
            minutes: 45,
            reception: 0.2
        ),
        Case(
            name: "roadside",
            occupancy: 0.05,
            distinct: 0.06,
            coverage: 0.9,
            minutes: 60,
            reception: 0.4
        ),
    ]

    @Test("figures are right within the bounds of the requirement", arguments: cases)
    func accuracy(of test: Case) throws {
        var occupancy: [Double] = []
        var distinct: [Double] = []
        var covered: [Bool] = []
        for seed in UInt64(1)...2 {
            var scene = try Scene.named(test.name).heard(reception: test.reception)
            scene.length = test.minutes * 60
            let (results, truth) = Self.count(scene, seed: seed)
            #expect(results.windows.map(\.span.start.seconds) == truth.windows.map(\.start))
            for (window, row) in zip(results.windows, truth.windows) {
                let figures = try #require(window.figures)
                occupancy.append(abs(figures.androidOccupancy / row.inRangeOccupancy - 1))
                covered.append(figures.androidInterval.contains(row.inRangeDistinct))
                #expect(Double(figures.androidDistinct) > figures.androidOccupancy - 1)
            }
            for (quarter, row) in zip(results.quarters, truth.quarters) {
                let figures = try #require(quarter.figures)
                let counted = Double(figures.androidDistinct)
                distinct.append(abs(counted / Double(row.inRangeDistinct) - 1))
            }
        }
        #expect(Self.mean(occupancy) <= test.occupancy)
        #expect(Self.mean(distinct) <= test.distinct)
        #expect(Self.mean(covered.map { $0 ? 1 : 0 }) >= test.coverage)
    }

    @Test("a jammed crowd never gives a plain number")
    func jammed() throws {
        let (results, truth) = Self.count(try Scene.named("jammed"), seed: 1)
        for (window, row) in zip(results.windows, truth.windows) where row.inRangeOccupancy > 900 {
            #expect(window.quality == .saturated)
            #expect(window.figures == nil)
            #expect(try #require(window.atLeast) <= row.inRangeDistinct)
        }
        #expect(results.windows.last?.quality == .saturated)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(max(values.count, 1))
    }

    /// What the census makes of a scene, played without being written down.
    private static func count(
        _ scene: Scene,
        seed: UInt64
    ) -> (results: ScriptedAir.Results, truth: Truth) {
        var listener = AdvertListener()
        var census = ScriptedAir().census
        census.begin(at: Instant(seconds: scene.start))
        let truth = scene.play(seed: seed) { event, time in
            let moment = Instant(microseconds: time)
            event.withUnsafeBytes { bytes in
                listener.hear(ByteView(bytes), into: &census) { $0.hear($1, at: moment) }
            }
        }
        census.finish(at: Instant(seconds: scene.start + scene.length))
        return (ScriptedAir.Results(census.takeResults()), truth)
    }
}
