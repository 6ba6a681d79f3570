import Testing

@testable import KioskLogic

@Suite struct RadioWordsTests {
    static let states: [RadioHealth.State] =
        [.starting, .listening, .quiet, .doubtful, .deaf(nil)]
        + RadioTrouble.Kind.allCases.flatMap { (kind) -> [RadioHealth.State] in
            let trouble = RadioTrouble(kind, "the thing: the remedy")
            return [.deaf(trouble), .absent(trouble)]
        }

    @Test(
        "passengers are told why there is no count, and nothing while there is one",
        arguments: states
    )
    func excuse(state: RadioHealth.State) {
        #expect((state.vietnamese == nil) == state.isListening)
        #expect(!"\(state)".isEmpty)
    }

    @Test("a trouble's sentence reaches the log")
    func sentence() {
        let trouble = RadioTrouble(.blocked, "the thing: the remedy")
        #expect("\(RadioHealth.State.absent(trouble))".contains("remedy"))
        #expect("\(RadioHealth.State.deaf(trouble))".contains("remedy"))
    }
}
