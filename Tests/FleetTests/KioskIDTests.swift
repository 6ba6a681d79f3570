import Testing

@testable import Fleet

@Suite struct KioskIDTests {
    @Test(
        "names of the fleet are accepted",
        arguments: ["a", "89-bus-0001", "unnamed", "-", String(repeating: "z", count: 40)]
    )
    func accepted(text: String) {
        #expect(KioskID(text)?.text == text)
        #expect(KioskID(text)?.description == text)
    }

    @Test(
        "anything else is no name",
        arguments: [
            "", "Bus", "a b", "xe-buýt", "a/b", "..", "a\n", "<b>", "ａ",
            String(repeating: "z", count: 41), "a\0",
        ]
    )
    func refused(text: String) {
        #expect(KioskID(text) == nil)
    }

    @Test("a kiosk without a name has a valid one")
    func unnamed() {
        #expect(KioskID(KioskID.unnamed.text) == KioskID.unnamed)
    }
}
