import Fleet
import Testing

@testable import Census

/// That one phone adds to one number only, and no more than its noise is made for.
@Suite struct SensitivityTests {
    /// One phone's adverts in an hour.
    private struct Phone {
        let kind: BeaconClass
        /// The app is open: it goes on under its old id for minutes.
        let isLong: Bool
        var adverts: [(time: Double, sender: UInt64)] = []

        /// - Parameters:
        ///   - kind: Android with Bluezone, iPhone with it, or another phone.
        ///   - number: Which phone it is.
        ///   - dice: Decide its stay, its rhythm and how well it is heard.
        init(_ kind: BeaconClass, _ number: UInt64, _ dice: inout Dice) {
            self.kind = kind
            let stay = Double.random(in: -600...3300, using: &dice)
            let end = stay + Double.random(in: 5...3000, using: &dice)
            let gap = Double.random(in: 0.5...40, using: &dice)
            let life: Double = kind == .bluezoneAndroid ? 900 : 600
            let phase = kind == .bluezoneAndroid ? 0 : Double.random(in: 0...600, using: &dice)
            var burst = stay - Double.random(in: 0...30, using: &dice)
            let long = Int.random(in: 0...5, using: &dice) == 0
            isLong = long
            while burst < end {
                let length = long ? Double.random(in: 60...150, using: &dice) : 15
                // An address changes at its time, an id with a burst.
                let id = UInt64((burst + 1800 + phase) / life)
                var time = burst
                while time < min(burst + length, end) {
                    let own = UInt64((time + 1800 + phase) / life)
                    let sender = number << 16 | (kind == .bluezoneAndroid ? id : own)
                    if time >= max(stay, 0), time < 3600 { adverts.append((time, sender)) }
                    time += Double.random(in: 0.1...gap, using: &dice)
                }
                burst += length + (long ? 5 : 15)
            }
        }
    }

    private static func exact(_ phones: [Phone]) -> [ExactFigures?] {
        var air = ScriptedAir()
        air.begin(0)
        var adverts = phones.flatMap { phone in
            phone.adverts.map { (time: $0.time, sender: $0.sender, kind: phone.kind) }
        }
        // A gadget that is always heard, so that no quarter is deaf.
        adverts += stride(from: 0.0, to: 3600, by: 10).map { ($0, 1, .other) }
        for advert in adverts.sorted(by: { ($0.time, $0.sender) < ($1.time, $1.sender) }) {
            air.hear(advert.kind, advert.sender, at: advert.time)
        }
        air.finish(3600)
        return air.quarters.map { $0.figures?.exact }
    }

    @Test(
        "with one phone less, its own number alone changes, and by its part at most",
        arguments: 1...30 as ClosedRange<UInt64>
    )
    func onePhoneLess(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let kinds: [BeaconClass] = [.bluezoneAndroid, .bluezoneIOSBackground, .otherPhone]
        let phones = (UInt64(1)...24).map { Phone(kinds[Int($0 % 3)], $0, &dice) }
        let all = Self.exact(phones)
        #expect(all.count == 4)
        var changes = 0
        for left in phones.indices {
            var others = phones
            let phone = others.remove(at: left)
            let kind = phone.kind
            let ids = 0...(phone.isLong ? 2 : 1)
            let without = Self.exact(others)
            for (one, other) in zip(all, without) {
                // What makes a quarter worth no number is said openly, and has no number to compare.
                guard let one, let other else { continue }
                let android = one.androidIds - other.androidIds
                let ios = one.iosAddressMinutes - other.iosAddressMinutes
                let addresses = one.otherAddresses - other.otherAddresses
                #expect(kind == .bluezoneAndroid ? ids.contains(android) : android == 0)
                #expect(kind == .bluezoneIOSBackground ? (0...17).contains(ios) : ios == 0)
                #expect(kind == .otherPhone ? (0...3).contains(addresses) : addresses == 0)
                changes += android + ios + addresses
            }
        }
        #expect(changes > 50)
    }
}
