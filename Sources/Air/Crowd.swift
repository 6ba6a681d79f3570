/// The kinds of devices that a scene is made of.
package enum DeviceKind: Sendable, CaseIterable {
    /// An Android phone with Bluezone running.
    case bluezoneAndroid
    /// An iPhone with Bluezone installed and not swiped away.
    case bluezoneiPhone
    /// An iPhone without Bluezone.
    case iPhone
    /// An Android phone without Bluezone; most of them are silent.
    case android
    /// Anything else that advertises: bands, earphones, beacons, computers.
    case gadget
}

/// How many devices of each kind there are, as means.
package struct Crowd: Sendable, Equatable {
    /// Android phones with Bluezone.
    package var bluezoneAndroids: Double
    /// iPhones with Bluezone.
    package var bluezoneiPhones: Double
    /// iPhones without it.
    package var iPhones: Double
    /// Android phones without it.
    package var androids: Double
    /// Other devices.
    package var gadgets: Double

    /// The mean for one kind.
    package subscript(kind: DeviceKind) -> Double {
        switch kind {
        case .bluezoneAndroid: bluezoneAndroids
        case .bluezoneiPhone: bluezoneiPhones
        case .iPhone: iPhones
        case .android: androids
        case .gadget: gadgets
        }
    }
}
