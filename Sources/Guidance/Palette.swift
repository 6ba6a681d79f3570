/// The colours of a page, chosen for contrast and for colour-blind readers.
///
/// Meaning is never carried by colour alone: steps have numbers, states have words.
package struct Palette: Sendable, Hashable {
    /// The ground behind the page.
    package let ground: Colour
    /// The ground behind the live count.
    package let band: Colour
    /// The thin line between parts.
    package let line: Colour
    /// Headlines on either ground.
    package let text: Colour
    /// Explanations on either ground.
    package let softText: Colour
    /// The number discs, the count and the tags.
    package let accent: Colour
    /// Text on an accent.
    package let onAccent: Colour
    /// The card under the QR code; stays white by night too, for the cameras.
    package let card: Colour
    /// Text on the card.
    package let ink: Colour

    /// How bright drawings are, 0 to 1.
    package let brightness: Double

    /// White and amber on navy.
    package static let day = Palette(
        ground: Colour(0x0B2545),
        band: Colour(0x061730),
        line: Colour(0x2A4A78),
        text: Colour(0xFFFFFF),
        softText: Colour(0xCFDCF0),
        accent: Colour(0xFFC20E),
        onAccent: Colour(0x0B2545),
        card: Colour(0xFFFFFF),
        ink: Colour(0x111827),
        brightness: 1
    )

    /// Warm grey on near black, for eyes used to the dark.
    package static let night = Palette(
        ground: Colour(0x101418),
        band: Colour(0x080A0C),
        line: Colour(0x3A4048),
        text: Colour(0xE8E2D0),
        softText: Colour(0xC9C2AE),
        accent: Colour(0xD9A520),
        onAccent: Colour(0x101418),
        card: Colour(0xC8C4BA),
        ink: Colour(0x111827),
        brightness: 0.72
    )
}
