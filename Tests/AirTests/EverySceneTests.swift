import Testing

@testable import Air

/// What holds for each scene, whatever happens in it.
@Suite struct EverySceneTests {
    private static let names = Scene.all.map(\.name)

    /// Four minutes of a scene, heard thinly.
    private static func short(_ name: String) throws -> Scene {
        let scene = try Scene.named(name)
        return scene.changed(minutes: 4, reception: scene.ear.reception * 0.15)
    }

    @Test("names and summaries are there and differ")
    func listing() {
        #expect(Set(Self.names).count == Scene.all.count)
        #expect(Set(Scene.all.map(\.summary)).count == Scene.all.count)
        #expect(Scene.all.count == 13)
        #expect(Scene.all.allSatisfy { !$0.summary.isEmpty && $0.length % 60 == 0 })
    }

    @Test("every scene begins with a quarter hour", arguments: names)
    func aligned(name: String) throws {
        let scene = try Scene.named(name)
        #expect(scene.start % 900 == 0)
        let truth = Truth(of: scene, seed: 1, stays: scene.stays(seed: 1))
        #expect(truth.quarters.allSatisfy { $0.covered == 900 })
    }

    @Test("the same seed gives the same bytes, another seed others", arguments: names)
    func deterministic(name: String) throws {
        let scene = try Self.short(name)
        let first = scene.render(seed: 9)
        let again = scene.render(seed: 9)
        let same = first.capture == again.capture
        #expect(same)
        #expect(first.truth == again.truth)
        let differs = scene.render(seed: 10).capture != first.capture
        #expect(differs == (name != "deaf"))
    }

    @Test("records are in order of time, inside the scene and well formed", arguments: names)
    func wellFormed(name: String) throws {
        let scene = try Self.short(name)
        let capture = try CaptureReader(scene.render(seed: 9).capture)
        let times = capture.records.map(\.time)
        #expect(!times.isEmpty)
        #expect(times == times.sorted())
        #expect(times.allSatisfy(scene.span.contains))
        #expect(try capture.legacyReports().allSatisfy { $0.data.count <= 31 })
    }

    @Test("the numbers of the truth agree with each other", arguments: names)
    func consistent(name: String) throws {
        let scene = try Scene.named(name)
        for seed in UInt64(1)...5 {
            let truth = Truth(of: scene, seed: seed, stays: scene.stays(seed: seed))
            for row in truth.windows + truth.quarters {
                #expect(row.androidOccupancy <= Double(row.androidDistinct) + 1e-9)
                #expect(row.androidDistinct == row.androidAtStart + row.boardings)
                #expect(row.boardings - row.alightings == row.androidAtEnd - row.androidAtStart)
                #expect(row.inRangeOccupancy >= row.androidOccupancy - 1e-9)
                #expect(row.inRangeDistinct >= row.androidDistinct)
                #expect(row.inRangeDistinct >= row.passersBy)
            }
            for (row, next) in zip(truth.quarters, truth.quarters.dropFirst()) {
                #expect(row.androidAtEnd == next.androidAtStart)
            }
        }
    }

    @Test("every id heard is one of a phone that is there", arguments: names)
    func ids(name: String) throws {
        let scene = try Self.short(name)
        let phones = scene.stays(seed: 9).count { $0.device == .bluezoneAndroid }
        let ids = Set(scene.heard(seed: 9).compactMap(\.androidId))
        // Until the first boundary of ids, and 4 minutes hold none, a phone has one id; one that
        // dozes may still have that of the quarter before, but never both in a burst.
        #expect(ids.count <= 2 * phones)
        #expect(ids.isEmpty == (phones == 0 || name == "deaf"))
    }
}
