/// A short passage between a picture and one plain colour; two of them change a page.
///
/// Text that fades over text cannot be read half-way, so pages change through their ground. Codes stay
/// out of it (`sparing`): a phone that reads one is not disturbed.
package struct Fade: Sendable, Equatable {
    /// Which way it goes.
    package enum Direction: Sendable, Equatable {
        /// From the picture to the colour.
        case out
        /// From the colour to the picture.
        case `in`
    }

    /// The colour between the pages.
    package let colour: Colour
    /// Which way it goes.
    package let direction: Direction
    /// How long it takes, in milliseconds.
    package let milliseconds: Int
    /// The parts that show the picture all the time.
    package let sparing: [Box]

    /// The longest change of a page, both passages together, in milliseconds.
    package static let longestChange = 400

    /// A passage; longer than half of `longestChange` is cut to that.
    package init(_ direction: Direction, colour: Colour, milliseconds: Int, sparing: [Box]) {
        self.direction = direction
        self.colour = colour
        self.milliseconds = max(0, min(milliseconds, Self.longestChange / 2))
        self.sparing = sparing
    }
}
