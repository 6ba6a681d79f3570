import Testing

@testable import ProvinceService

@Suite struct WordingTests {
    @Test(
        "a radio that listens is shown as well; one that does not, with its reason",
        arguments: [
            ("listening", true, "đang nghe"),
            ("listening, last: reset done at 07:15", true, "đang nghe; đã khắc phục: reset done"),
            ("hci0: listening, 312/min, 2 lost", true, "đang nghe"),
            ("listening; hci1: adapter hci1 went away", false, "đang nghe; hci1: adapter hci1"),
            ("hci0: deaf: nothing heard where there was traffic; recovering", false, "không nghe"),
            (
                "hci0: adapter hci0 is blocked by a radio switch (rfkill): free it", false,
                "không nghe được: hci0: adapter hci0 is blocked"
            ),
            ("no Bluetooth adapter: plug one in", false, "không nghe được: no Bluetooth"),
            ("", false, "không nghe được"),
        ]
    )
    func radio(state: String, isGood: Bool, words: String) {
        let shown = Wording.radio(state)
        #expect(shown.isGood == isGood)
        #expect(shown.words.hasPrefix(words))
    }
}
