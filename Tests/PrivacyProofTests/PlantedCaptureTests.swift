import Air
import Beacons
import Fleet
import Testing

@testable import PrivacyProof

@Suite struct PlantedCaptureTests {
    @Test("every planted phone is heard as what it is, and every value stands in the capture")
    func heard() throws {
        var dice = Xoshiro(seed: 7)
        let plant = Plant(count: 300, dice: &dice)
        let capture = PlantedCapture(plant)
        var kinds: [BeaconClass: Int] = [:]
        var listener = AdvertListener()
        try capture.bytes.withUnsafeBytes { bytes in
            var reader = try CaptureReader(ByteView(bytes))
            while let event = try reader.next() {
                listener.hear(event.packet, into: &kinds) { $0[$1.kind, default: 0] += 1 }
            }
        }
        #expect(plant.ids == 180)
        #expect(kinds[.bluezoneAndroid] == 180 * PlantedCapture.times)
        #expect(kinds[.bluezoneIOSForeground] == 60 * PlantedCapture.times)
        #expect(kinds[.otherPhone] == 60 * PlantedCapture.times)
        // The event that is cut off at the end.
        #expect(listener.damagedEvents == 1)
        var search = Search(Needles(values: plant.values))
        #expect(search.run(over: capture.bytes).distinct == plant.values.count)
    }

    @Test(
        "however many are planted, there are two quarters at least and nowhere a flood",
        arguments: [(100, 2), (1000, 2), (10_000, 3)]
    )
    func quarters(phones: Int, expected: Int) {
        var dice = Xoshiro(seed: 8)
        let plant = Plant(count: phones, dice: &dice)
        let capture = PlantedCapture(plant)
        #expect(capture.ids.count == expected)
        #expect(capture.ids.values.reduce(0, +) == plant.ids)
        #expect(capture.ids.values.allSatisfy { $0 > 0 && $0 <= 2400 })
        for start in capture.ids.keys { #expect(start.aligned(to: 900) == start) }
    }
}
