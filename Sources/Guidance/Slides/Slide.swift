/// One page of a pack in one language: everything that is written on it, and nothing about where.
package struct Slide: Sendable, Equatable {
    /// The page's name.
    package var id: String
    /// The language of all of it.
    package var language: Language
    /// What it is about.
    package var title: String
    /// What to do, in order.
    package var steps: [Step]
    /// Whether it shows the live count and the progress in place of steps.
    package var isLive: Bool
    /// Its illustration.
    package var drawing: Drawing?
    /// The code to scan.
    package var code: GuidancePage.Code
    /// What is written on every page of the language.
    package var words: ContentPack.Words
    /// How far the province is.
    package var progress: ContentPack.Progress

    /// One line of a page with the sign before it.
    package struct Step: Sendable, Hashable {
        /// The sign.
        package var mark: Mark
        /// The words.
        package var text: String

        /// A step from its sign and its words.
        package init(mark: Mark, text: String) {
            self.mark = mark
            self.text = text
        }
    }

    /// The sign before a step; none is told by colour alone.
    package enum Mark: Sendable, Hashable {
        /// A number, for things done in order.
        case number(Int)
        /// A check, for what is so.
        case yes
        /// A cross, for what is not so or must not be done.
        case no
        /// A dot, for things in no order.
        case dot
    }
}
