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
    /// An Android phone with version 1 of Bluezone, whose adverts nobody counts any more.
    case bluezoneFirstVersion
}

/// How many devices of each kind there are, as means.
package struct Crowd: Sendable, Equatable {
    /// Android phones with Bluezone.
    package var bluezoneAndroids = 0.0
    /// iPhones with Bluezone.
    package var bluezoneiPhones = 0.0
    /// iPhones without it.
    package var iPhones = 0.0
    /// Android phones without it.
    package var androids = 0.0
    /// Other devices.
    package var gadgets = 0.0
    /// Android phones with its first version.
    package var firstVersions = 0.0

    /// The mean for one kind.
    package subscript(kind: DeviceKind) -> Double {
        switch kind {
        case .bluezoneAndroid: bluezoneAndroids
        case .bluezoneiPhone: bluezoneiPhones
        case .iPhone: iPhones
        case .android: androids
        case .gadget: gadgets
        case .bluezoneFirstVersion: firstVersions
        }
    }
}

extension DeviceKind {
    /// The usual level at one metre in dBm: low transmit power for Bluezone, more for the others.
    var levelAtOneMetre: Double {
        switch self {
        case .bluezoneAndroid, .bluezoneFirstVersion: -55
        case .bluezoneiPhone, .iPhone: -52
        case .android: -54
        case .gadget: -58
        }
    }
}
