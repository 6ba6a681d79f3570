import Foundation
import Guidance
import Testing

@Suite struct GuidancePageTests {
    private let page = GuidancePage.install

    private var texts: [String] {
        [page.title, page.subtitle, page.code.caption, page.liveLabel]
            + page.steps.flatMap { [$0.headline, $0.line] }
            + [page.privacy.full, page.privacy.brief, page.secondLine?.text ?? ""]
    }

    @Test("every text is in NFC")
    func normalised() {
        for text in texts {
            let composed = text.precomposedStringWithCanonicalMapping
            #expect(Array(text.unicodeScalars) == Array(composed.unicodeScalars), "\(text)")
        }
    }

    @Test("the app and both stores are named exactly")
    func names() {
        let all = texts.joined(separator: " ").replacing("\u{A0}", with: " ")
        #expect(page.title.contains("Bluezone"))
        #expect(all.contains("Google Play") && all.contains("App Store"))
        #expect(!all.contains("Bluzone"))
    }

    @Test("the code needs only the alphanumeric mode")
    func code() {
        let alphanumeric = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
        #expect(page.code.text == "HTTPS://BLUEZONE.GOV.VN")
        #expect(page.code.text.allSatisfy { alphanumeric.contains($0) })
        #expect(page.code.text.lowercased().hasSuffix(page.code.address))
    }

    @Test("the Khmer line can break between words and awaits a reader")
    func khmer() throws {
        let second = try #require(page.secondLine)
        #expect(second.language == .khmer)
        #expect(second.review == .awaitingNativeReviewer)
        let words = second.text.unicodeScalars.split { $0 == "\u{200B}" || $0 == " " }
        #expect(words.count == 4)
        #expect(words.allSatisfy { $0.count <= 12 })
    }
}
