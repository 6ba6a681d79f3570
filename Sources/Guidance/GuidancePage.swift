/// One page of guidance as data: everything that is written on it, and nothing about where.
package struct GuidancePage: Sendable, Hashable {
    /// The name used on command lines and in schedules.
    package var id: String
    /// The language of everything but the second line.
    package var language: Language
    /// What to do, in a few words; alone it must make sense within four seconds.
    package var title: String
    /// Why to do it.
    package var subtitle: String
    /// The first thing to do.
    package var first: Step
    /// The second thing to do.
    package var second: Step
    /// The third thing to do.
    package var third: Step
    /// The code to scan and the words beside it.
    package var code: Code
    /// One line in another language, when the place needs it.
    package var secondLine: SecondLine?
    /// The words over the live count.
    package var liveLabel: String
    /// What the device does and does not do with phones.
    package var privacy: Privacy

    /// The three steps in order.
    package var steps: [Step] { [first, second, third] }
}

extension GuidancePage {
    /// One thing the reader does.
    package struct Step: Sendable, Hashable {
        /// The order in two to six words.
        package var headline: String
        /// How to do it, in one line.
        package var line: String
    }

    /// A QR code as content.
    package struct Code: Sendable, Hashable {
        /// The encoded text; capitals only, so that the alphanumeric mode keeps the code coarse.
        package var text: String
        /// The modules on one side at error correction level Q, without the quiet zone.
        package var modules: Int
        /// What the code is for.
        package var caption: String
        /// The same address for people without a scanner.
        package var address: String

        /// A code from its parts.
        package init(text: String, modules: Int, caption: String, address: String) {
            self.text = text
            self.modules = modules
            self.caption = caption
            self.address = address
        }
    }

    /// A line in a second language.
    package struct SecondLine: Sendable, Hashable {
        /// The language of the line.
        package var language: Language
        /// The text; Khmer carries U+200B between words, as no dictionary breaks it for us.
        package var text: String
        /// Whether a native reader has checked it.
        package var review: Review
    }

    /// What is known about the wording of a text.
    package enum Review: Sendable, Hashable {
        /// Written by someone who does not speak the language; to be checked before use.
        case awaitingNativeReviewer
        /// Checked by the named person.
        case reviewed(by: String)
    }

    /// The privacy notice in two lengths.
    package struct Privacy: Sendable, Hashable {
        /// The notice for panels with room.
        package var full: String
        /// The notice for small panels.
        package var brief: String
    }
}
