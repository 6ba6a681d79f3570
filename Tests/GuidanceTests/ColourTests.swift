import Guidance
import Testing

@Suite struct ColourTests {
    @Test(
        "contrast follows the WCAG formula",
        arguments: [
            (0xFFFFFF, 0x000000, 21.0), (0xFFFFFF, 0xFFFFFF, 1.0), (0x777777, 0xFFFFFF, 4.48),
            (0xFFFFFF, 0x0B2545, 15.4), (0xFFC20E, 0x0B2545, 9.5), (0x111827, 0xFFFFFF, 17.7),
            (0xFFC20E, 0xFFFFFF, 1.6), (0xD00000, 0xFFFFFF, 5.7),
        ] as [(UInt32, UInt32, Double)]
    )
    func contrast(one: UInt32, two: UInt32, expected: Double) {
        let ratio = Colour(one).contrast(with: Colour(two))
        #expect(abs(ratio - expected) < 0.06, "\(ratio)")
        #expect(ratio == Colour(two).contrast(with: Colour(one)))
    }

    @Test("luminance agrees with an independent computation of the power")
    func luminance() {
        // ((200/255 + 0.055) / 1.055)^2.4, computed elsewhere.
        #expect(abs(Colour(0xC8C8C8).relativeLuminance - 0.577_580_4) < 1e-6)
    }

    @Test("a colour from a number keeps its parts")
    func parts() {
        #expect(Colour(0x123456) == Colour(red: 0x12, green: 0x34, blue: 0x56))
    }
}
