import Guidance
import Screen
import Testing

@Suite struct DisplayModeTests {
    private static func mode(
        _ width: Int,
        _ height: Int,
        _ refresh: Int,
        preferred: Bool = false,
        interlaced: Bool = false
    ) -> DisplayMode {
        let size = PixelSize(width: width, height: height)
        return DisplayMode(
            size: size,
            refresh: refresh,
            isPreferred: preferred,
            isInterlaced: interlaced
        )
    }

    static let cases: [(name: String, modes: [DisplayMode], chosen: Int?)] = [
        ("no modes", [], nil),
        (
            "preferred within the limit",
            [mode(1920, 1080, 60), mode(1366, 768, 60, preferred: true)], 1
        ),
        ("bar", [mode(1920, 360, 60, preferred: true), mode(1920, 1080, 60)], 0),
        ("portrait", [mode(1080, 1920, 60, preferred: true)], 0),
        (
            "preferred at 75", [mode(1920, 1080, 75, preferred: true), mode(1920, 1080, 60)], 1
        ),
        (
            "own size at 75 only",
            [
                mode(1280, 800, 75, preferred: true), mode(1680, 1050, 60), mode(1280, 720, 60),
            ], 0
        ),
        (
            "television",
            [
                mode(3840, 2160, 60, preferred: true), mode(1920, 1200, 60), mode(1680, 1050, 60),
                mode(1920, 1080, 30), mode(1920, 1080, 60), mode(1280, 720, 60),
            ], 4
        ),
        (
            "interlaced is passed over",
            [mode(1920, 1080, 60, preferred: true, interlaced: true), mode(1280, 720, 60)], 1
        ),
        ("no preferred", [mode(1024, 768, 60), mode(800, 600, 60)], 0),
        ("other shape only", [mode(3840, 1080, 60, preferred: true), mode(1024, 768, 60)], 1),
        ("none within", [mode(3840, 2160, 60, preferred: true), mode(2560, 1440, 60)], 1),
    ]

    @Test("the mode is the preferred or the best below it", arguments: cases)
    func choice(name: String, modes: [DisplayMode], chosen: Int?) {
        #expect(DisplayMode.choice(among: modes) == chosen, "\(name)")
    }
}
