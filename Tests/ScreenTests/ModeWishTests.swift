import Guidance
import Screen
import Testing

@Suite struct ModeWishTests {
    private static func mode(
        _ width: Int,
        _ height: Int,
        _ refresh: Int,
        preferred: Bool = false
    )
        -> DisplayMode
    {
        let size = PixelSize(width: width, height: height)
        return DisplayMode(size: size, refresh: refresh, isPreferred: preferred)
    }

    private static let television = [
        mode(3840, 2160, 60, preferred: true), mode(1920, 1080, 60), mode(1920, 1080, 50),
        mode(1280, 720, 120), mode(1280, 720, 60),
    ]

    @Test("a wish is read as it is written", arguments: ["1280x720", "1920x360@60", "800x480@5"])
    func read(text: String) throws {
        #expect(try #require(ModeWish(text)).description == text)
    }

    @Test(
        "anything else is no wish",
        arguments: [
            "", "x", "1280", "1280x", "x720", "1280X720", "1280x720@", "1280x720@60@60",
            "1280x720x3", "-1x5", "+1x5", "0x720", "1280x720@0", "1280x720@1001", "999999x1",
            " 1280x720", "１x2", "1280x720p",
        ]
    )
    func refused(text: String) {
        #expect(ModeWish(text) == nil)
    }

    @Test(
        "a mode that is offered is taken",
        arguments: [
            ("1920x1080", 1), ("1920x1080@50", 2), ("1280x720", 4), ("1280x720@120", 3),
            ("3840x2160", 0),
        ]
    )
    func offered(text: String, index: Int) {
        let choice = DisplayMode.choice(among: Self.television, wish: ModeWish(text))
        #expect(choice.index == index && choice.refusal == nil)
    }

    @Test("a mode that is not offered gives way to the rule, and says so")
    func fallback() throws {
        let choice = DisplayMode.choice(among: Self.television, wish: ModeWish("1024x768@60"))
        #expect(choice.index == 1)
        #expect(
            choice.refusal
                == "the display does not offer the mode 1024x768@60; using 1920x1080@60; it has "
                + "3840x2160@60, 1920x1080@60, 1920x1080@50, 1280x720@120, 1280x720@60"
        )
        let none = DisplayMode.choice(among: [], wish: ModeWish("1024x768"))
        #expect(none.index == nil && none.refusal != nil)
    }

    @Test("without a wish the rule decides")
    func rule() {
        let choice = DisplayMode.choice(among: Self.television, wish: nil)
        #expect(choice.index == 1 && choice.refusal == nil)
    }
}
