extension Scene {
    /// A btsnoop capture of the scene and its truth; the same seed gives the same bytes.
    package func render(
        seed: UInt64,
        format: CaptureFormat = CaptureFormat()
    ) -> (capture: [UInt8], truth: Truth) {
        let ride = Ride(of: self, dice: Xoshiro(seed: seed, stream: Stream.ride))
        let packing = Xoshiro(seed: seed, stream: Stream.packing)
        var capture = Capture(format: format, dice: packing)
        for report in reports(of: ride, seed: seed, reports: format.reports) {
            capture.append(report)
        }
        return (capture.finish(), Truth(of: self, seed: seed, stays: ride.stays))
    }

    /// What the receiver hears of a ride, in order of time.
    func reports(of ride: Ride, seed: UInt64, reports: CaptureFormat.Reports) -> [AirReport] {
        let ear = Ear(reception: reception, activeScan: activeScan)
        var heard: [AirReport] = []
        for (number, stay) in ride.stays.enumerated() {
            let dice = Xoshiro(seed: seed, stream: Stream.firstDevice + UInt64(number))
            var voice = Voice(of: stay, ear: ear, dice: dice)
            stay.device.speak(into: &voice)
            heard += voice.reports
        }
        if reports == .extendedWithLongAdvert {
            heard += longSign(ear: ear, dice: Xoshiro(seed: seed, stream: Stream.longSign))
        }
        heard.removeAll { !span.contains($0.time) }
        // Equal times keep the order of the devices, whatever the sorting algorithm.
        return heard.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }

    /// A sign on the vehicle that sends long extended adverts during the whole ride.
    private func longSign(ear: Ear, dice: Xoshiro) -> [AirReport] {
        let stay = Stay(
            device: .gadget,
            place: .aboard,
            span: span,
            comes: false,
            leaves: false,
            audible: span,
            level: DeviceKind.gadget.levelAtOneMetre
        )
        var voice = Voice(of: stay, ear: ear, dice: dice)
        let sign = Gadget(longSign: &voice.dice)
        sign.speak(into: &voice)
        return voice.reports
    }

    /// Numbers of the dice that a scene uses.
    private enum Stream {
        static let ride: UInt64 = 1
        static let packing: UInt64 = 2
        static let longSign: UInt64 = 3
        static let firstDevice: UInt64 = 1000
    }
}

extension DeviceKind {
    /// Lets a device of this kind speak.
    fileprivate func speak(into voice: inout Voice) {
        switch self {
        case .bluezoneAndroid:
            let phone = BluezoneAndroid(dice: &voice.dice)
            phone.speak(into: &voice)
        case .bluezoneiPhone:
            let phone = ApplePhone(withBluezone: &voice.dice)
            phone.speak(into: &voice)
        case .iPhone:
            let phone = ApplePhone(withoutBluezone: &voice.dice)
            phone.speak(into: &voice)
        case .android:
            let phone = Gadget(android: &voice.dice)
            phone.speak(into: &voice)
        case .gadget:
            let gadget = Gadget(gadget: &voice.dice)
            gadget.speak(into: &voice)
        }
    }
}
