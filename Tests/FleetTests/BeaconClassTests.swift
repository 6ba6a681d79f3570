import Testing

@testable import Fleet

@Suite struct BeaconClassTests {
    @Test("the names are those of the command line's contract")
    func names() {
        #expect(
            BeaconClass.allCases.map(\.rawValue) == [
                "bluezone-android", "bluezone-ios-foreground", "bluezone-ios-background-overflow",
                "gaen", "other-phone", "other", "malformed",
            ]
        )
        #expect(
            Quality.allCases.map(\.rawValue) == [
                "regular", "partial", "starved", "saturated", "suspicious", "deaf",
            ]
        )
    }

    @Test("only iPhones with Bluezone are Bluezone iPhones")
    func iphones() {
        let found = BeaconClass.allCases.filter(\.isBluezoneIOS)
        #expect(found == [.bluezoneIOSForeground, .bluezoneIOSBackground])
    }
}
