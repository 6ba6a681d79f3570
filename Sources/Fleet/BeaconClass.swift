/// What kind of sender an advert comes from; the contract of `kiosk classify`.
package enum BeaconClass: String, Sendable, CaseIterable {
    /// An Android phone with Bluezone: UUID 0x4E56 and a 12-byte id of company 0x22B5.
    case bluezoneAndroid = "bluezone-android"
    /// An iPhone with Bluezone open: its 128-bit service UUID in a list.
    case bluezoneIOSForeground = "bluezone-ios-foreground"
    /// An iPhone with Bluezone in the background: the UUID's bit in Apple's overflow area.
    case bluezoneIOSBackground = "bluezone-ios-background-overflow"
    /// A phone with an Exposure Notification app (GAEN, UUID 0xFD6F).
    case gaen
    /// Another phone, or something that looks like one; an upper bound.
    case otherPhone = "other-phone"
    /// Everything else.
    case other
    /// Advertising data whose structures do not add up.
    case malformed

    /// Whether the sender is an iPhone that runs Bluezone.
    package var isBluezoneIOS: Bool {
        self == .bluezoneIOSForeground || self == .bluezoneIOSBackground
    }
}
