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
        #expect(kinds[.bluezoneAndroid] == 180 * 4)
        #expect(kinds[.bluezoneIOSForeground] == 60 * 4)
        #expect(kinds[.otherPhone] == 60 * 4)
        // The event that is cut off at the end.
        #expect(listener.damagedEvents == 1)
        var search = Search(Needles(values: plant.values))
        #expect(search.run(over: capture.bytes).distinct == plant.values.count)
    }
}
