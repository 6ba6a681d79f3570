import Testing

@testable import Fleet

@Suite struct BootIDTests {
    private static let digits = "0123456789abcdef0123456789abcdef"

    @Test(
        "the kernel's form, capitals and bare digits are the same boot",
        arguments: [
            "0123456789abcdef0123456789abcdef", "01234567-89ab-cdef-0123-456789abcdef",
            "01234567-89AB-CDEF-0123-456789ABCDEF",
        ]
    )
    func accepted(text: String) {
        #expect(BootID(text)?.text == Self.digits)
    }

    @Test(
        "anything else is no boot",
        arguments: [
            "", "-", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0",
            "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcde\u{e9}", "０",
        ]
    )
    func refused(text: String) {
        #expect(BootID(text) == nil)
    }

    @Test("two words give 32 digits with leading zeros")
    func words() {
        #expect(BootID(1, 0xab).text == "000000000000000100000000000000ab")
        #expect(BootID(0x0123_4567_89ab_cdef, 0x0123_4567_89ab_cdef).text == Self.digits)
        #expect(BootID(.max, .max).text == String(repeating: "f", count: 32))
    }
}
