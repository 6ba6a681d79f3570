package import Fleet

/// Tells from advertising data alone what kind of sender it is.
///
/// Address type, flags, name, transmit power and the order of structures never matter.
package enum Classifier {
    /// The class of one report, and the Bluezone id's trace when it is an Android phone.
    package static func classify(_ data: ByteView) -> (kind: BeaconClass, id: Trace?) {
        let found = AdFindings(data)
        if found.isMalformed { return (.malformed, nil) }
        if found.listsBluezoneAndroid, let id = found.bluezoneID {
            return (.bluezoneAndroid, id)
        }
        if found.listsBluezoneIOS { return (.bluezoneIOSForeground, nil) }
        if found.apple.hasBluezoneOverflow { return (.bluezoneIOSBackground, nil) }
        if found.listsExposureNotification, found.hasExposurePayload { return (.gaen, nil) }
        let isPhone =
            found.apple.hasPhoneMessage || found.apple.hasOverflow || found.hasGoogleNearby
            || found.listsOtherTracing
        return (isPhone ? .otherPhone : .other, nil)
    }
}
