/// A campaign as data: pages in several languages, their drawings and the words around them.
package struct ContentPack: Sendable, Equatable {
    /// The campaign's name, for example `august-2020`.
    package var id: String
    /// Rises with each change of the content.
    package var version: Int
    /// The code to scan.
    package var code: GuidancePage.Code
    /// How far the province is.
    package var progress: Progress
    /// What is written on every page, for each language.
    package var words: [Language: Words]
    /// The pages in the order of the loop.
    package var pages: [Page]
    /// The drawings by name.
    package var drawings: [String: Drawing]

    /// A pack from its parts.
    package init(
        id: String,
        version: Int,
        code: GuidancePage.Code,
        progress: Progress,
        words: [Language: Words],
        pages: [Page],
        drawings: [String: Drawing]
    ) {
        self.id = id
        self.version = version
        self.code = code
        self.progress = progress
        self.words = words
        self.pages = pages
        self.drawings = drawings
    }

    /// The code on printed sheets that tells which content they carry.
    package var versionCode: String { "\(id)/\(version)" }

    /// The province's progress as its last report had it.
    package struct Progress: Sendable, Hashable {
        /// The share of people who have installed the app, in percent.
        package var percent: Double
        /// The share aimed at, in percent.
        package var target: Double

        /// A progress from its two shares.
        package init(percent: Double, target: Double) {
            self.percent = percent
            self.target = target
        }
    }

    /// What is written on every page of one language.
    package struct Words: Sendable, Hashable {
        /// Under the code.
        package var caption: String
        /// Before the live count.
        package var nearby: String
        /// The province's progress in a sentence.
        package var progress: String
        /// The privacy notice in one sentence.
        package var privacy: String
        /// Whether a native reader has checked the language.
        package var review: GuidancePage.Review

        /// Words from their parts.
        package init(
            caption: String,
            nearby: String,
            progress: String,
            privacy: String,
            review: GuidancePage.Review
        ) {
            self.caption = caption
            self.nearby = nearby
            self.progress = progress
            self.privacy = privacy
            self.review = review
        }
    }
}
