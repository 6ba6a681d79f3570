import Foundation
import Testing

@testable import Air

@Suite struct TruthTests {
    private static func truth(_ seed: UInt64) -> Truth {
        Truth(of: .bus, seed: seed, stays: Scene.bus.stays(seed: seed))
    }

    private static func stay(
        _ from: Int64,
        _ to: Int64,
        device: DeviceKind = .bluezoneAndroid,
        place: Stay.Place = .aboard,
        comes: Bool = true,
        leaves: Bool = true
    ) -> Stay {
        let start = Scene.bus.span.lowerBound
        let span = start + from * 1_000_000..<start + to * 1_000_000
        return Stay(
            device: device,
            place: place,
            span: span,
            comes: comes,
            leaves: leaves,
            audible: span,
            level: -60
        )
    }

    @Test("a window's truth is what the stays say")
    func rowByHand() throws {
        let stays = [
            Self.stay(0, 2400, comes: false, leaves: false),
            Self.stay(0, 150, comes: false),
            Self.stay(30, 60),
            Self.stay(300, 330),
            Self.stay(100, 300),
            Self.stay(0, 75, device: .bluezoneiPhone, comes: false),
            Self.stay(10, 20, place: .beside),
            Self.stay(10, 20, device: .iPhone, place: .beside),
        ]
        let truth = Truth(of: .bus, seed: 1, stays: stays)
        let first = try #require(truth.windows.first)
        #expect(first.androidOccupancy == 1 + 0.5 + 0.1 + 200.0 / 300)
        #expect(first.androidDistinct == 4)
        #expect(first.androidAtStart == 2)
        #expect(first.androidAtEnd == 1)
        #expect(first.iosOccupancy == 0.25)
        #expect(first.boardings == 2)
        #expect(first.alightings == 3)
        #expect(first.passersBy == 1)
        #expect(abs(first.inRangeOccupancy - first.androidOccupancy - 10.0 / 300) < 1e-9)
        #expect(first.inRangeDistinct == 5)
        let second = try #require(truth.windows.dropFirst().first)
        #expect((second.boardings, second.alightings) == (1, 1))
        #expect((second.androidAtStart, second.androidAtEnd) == (1, 1))
    }

    @Test("windows and quarters are aligned and cover the ride")
    func alignment() {
        let truth = Self.truth(852)
        #expect(truth.windows.count == 9)
        #expect(truth.windows.allSatisfy { $0.start % 300 == 0 && $0.covered == 300 })
        #expect(truth.quarters.map(\.covered) == [900, 900, 900])
        #expect(truth.quarters.map(\.start).first == 1_597_277_700)
        #expect(truth.quarters.allSatisfy { $0.start % 900 == 0 })
    }

    @Test("a capture that begins inside a window covers only a part of it")
    func partial() {
        var scene = Scene.bus
        scene.start -= 300
        scene.length = 1000
        let truth = Truth(of: scene, seed: 1, stays: scene.stays(seed: 1))
        #expect(truth.quarters.map(\.covered) == [300, 700])
        #expect(truth.windows.map(\.covered) == [300, 300, 300, 100])
    }

    @Test("the numbers agree with each other", arguments: 850...869)
    func consistent(seed: UInt64) throws {
        let truth = Self.truth(seed)
        for row in truth.windows + truth.quarters {
            #expect(row.androidOccupancy <= Double(row.androidDistinct))
            #expect(row.androidDistinct == row.androidAtStart + row.boardings)
            #expect(row.boardings - row.alightings == row.androidAtEnd - row.androidAtStart)
        }
        for rows in [truth.windows, truth.quarters] {
            for (row, next) in zip(rows, rows.dropFirst()) {
                #expect(row.androidAtEnd == next.androidAtStart)
            }
        }
        let quarter = try #require(truth.quarters.dropFirst().first)
        let inside = truth.windows.filter { $0.start >= quarter.start }.prefix(3)
        let mean = inside.reduce(0) { $0 + $1.androidOccupancy } / 3
        #expect(abs(mean - quarter.androidOccupancy) < 1e-9)
        #expect(inside.reduce(0) { $0 + $1.boardings } == quarter.boardings)
        #expect(inside.reduce(0) { $0 + $1.alightings } == quarter.alightings)
    }

    @Test("over many rides there are about 24 phones and 6 iPhones on board")
    func means() {
        let rows = (UInt64(1)...60).flatMap { Self.truth($0).windows }
        let android = rows.reduce(0) { $0 + $1.androidOccupancy } / Double(rows.count)
        let ios = rows.reduce(0) { $0 + $1.iosOccupancy } / Double(rows.count)
        #expect(abs(android - 24) < 1.5)
        #expect(abs(ios - 6) < 1)
    }

    @Test("hearing less does not change the truth")
    func independentOfReception() throws {
        for share in [0.001, 0.01] {
            let rendered = try Scene.bus.heard(reception: share).render(seed: 852)
            #expect(rendered.truth == Self.truth(852))
        }
    }

    @Test("the text is JSON with the keys of the count command")
    func json() throws {
        let truth = Self.truth(852)
        let data = Data(truth.json().utf8)
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["scene"] as? String == "bus")
        #expect(object["seed"] as? Int == 852)
        let windows = try #require(object["windows"] as? [[String: Any]])
        let quarters = try #require(object["quarters"] as? [[String: Any]])
        #expect(quarters.count == truth.quarters.count)
        for (object, row) in zip(windows, truth.windows) {
            let occupancy = try #require(object["android_occupancy"] as? Double)
            #expect(abs(occupancy - row.androidOccupancy) <= 0.0005)
            #expect(object["kind"] as? String == "window")
            #expect(object["start"] as? Int == Int(row.start))
            #expect(object["length_s"] as? Int == 300)
            #expect(object["android_distinct"] as? Int == row.androidDistinct)
            #expect(object["ios_occupancy"] is Double)
            #expect(object["in_range_occupancy"] is Double)
            #expect(object["in_range_distinct"] as? Int == row.inRangeDistinct)
            #expect(object["boardings"] as? Int == row.boardings)
            #expect(object["alightings"] as? Int == row.alightings)
            #expect(object["passers_by"] as? Int == row.passersBy)
        }
    }
}
