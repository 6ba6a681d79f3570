import Screen
import Testing

@Suite struct DisplaySpecTests {
    @Test(
        "the known forms are read and written alike",
        arguments: ["kms", "none", "memory", "png:/tmp/x", "fbdev:/dev/fb1", "spi"]
    )
    func known(text: String) throws {
        #expect(try DisplaySpec(text).description == text)
    }

    @Test(
        "the others are refused with a remedy",
        arguments: [
            ("fbdev:", .missingPath(display: "fbdev:")), ("png:", .missingPath(display: "png:")),
            ("png:a\0b", .missingPath(display: "png:")), ("KMS", .unknownDisplay("KMS")),
            ("", .unknownDisplay("")), ("png", .unknownDisplay("png")),
        ] as [(String, ScreenError)]
    )
    func refused(text: String, expected: ScreenError) {
        #expect(throws: expected) { try DisplaySpec(text) }
        #expect(expected.description.contains("use") || expected.description.contains("write"))
    }
}
