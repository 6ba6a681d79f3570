import Guidance

/// The panels and live states that the tests of this folder paint.
enum Samples {
    static let sizes = [
        PixelSize(width: 1920, height: 1080),
        PixelSize(width: 1920, height: 360),
        PixelSize(width: 1080, height: 1920),
        PixelSize(width: 480, height: 320),
        PixelSize(width: 800, height: 480),
        PixelSize(width: 1280, height: 800),
    ]

    /// Other panels people own, among them some under the sizes we design for.
    static let otherSizes = [
        PixelSize(width: 1024, height: 600),
        PixelSize(width: 1366, height: 768),
        PixelSize(width: 1024, height: 768),
        PixelSize(width: 1080, height: 1080),
        PixelSize(width: 720, height: 1280),
        PixelSize(width: 480, height: 800),
        PixelSize(width: 1280, height: 240),
        PixelSize(width: 3840, height: 1080),
        PixelSize(width: 320, height: 240),
        PixelSize(width: 320, height: 480),
    ]

    static let date = "Thứ Năm, 20/8/2020"

    static let states: [(name: String, live: LiveState)] = [
        ("usual", LiveState(clock: "07:42", date: date, count: .about(15))),
        (
            "replay",
            LiveState(clock: "17:05", date: date, count: .about(120), notices: [.replay])
        ),
        (
            "deaf",
            LiveState(
                clock: "07:42",
                date: date,
                count: .unknown(reason: "không thấy bộ Bluetooth"),
                notices: [.clockNotTrusted, .replay]
            )
        ),
        ("few", LiveState(clock: "", date: "", count: .fewerThanFive)),
    ]

    static func list(_ size: PixelSize, _ live: LiveState) -> DrawList {
        PageLayout().drawList(page: .install, live: live, size: size)
    }
}
