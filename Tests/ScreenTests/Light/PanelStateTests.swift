import Screen
import Testing

@Suite struct PanelStateTests {
    private static let asset = PanelAsset(maker: "XYZ", model: "A", serial: "", millimetres: nil)
    private static func state(_ power: PanelState.Power, _ source: String) -> PanelState {
        PanelState(power: power, source: source)
    }

    static let cases:
        [(cec: PanelState?, backlight: PanelState?, output: PanelState, best: String)] = [
            (state(.off, "CEC"), state(.on, "light"), state(.on, "CRTC"), "off (CEC)"),
            (state(.on, "CEC"), state(.off, "light"), state(.off, "CRTC"), "on (CEC)"),
            (nil, state(.on, "light"), state(.off, "CRTC"), "on (light)"),
            (nil, nil, state(.off, "CRTC"), "off (CRTC)"),
            (state(.unknown, "CEC"), state(.off, "light"), state(.on, "CRTC"), "off (light)"),
            (state(.unknown, "CEC"), nil, state(.on, "CRTC"), "on (CRTC)"),
            (state(.unknown, "CEC"), nil, state(.unknown, "CRTC"), "unknown (CEC)"),
            (nil, state(.unknown, "light"), state(.unknown, "CRTC"), "unknown (light)"),
            (nil, nil, state(.unknown, "CRTC"), "unknown (CRTC)"),
        ]

    @Test("a panel's record is its maker, model and serial number, as far as it has them")
    func record() {
        #expect("\(Self.asset)" == "XYZ A")
        let other = PanelAsset(maker: "XYZ", model: "A", serial: "12", millimetres: [480, 270])
        #expect("\(other)" == "XYZ A 12")
    }

    @Test("the television's word counts most, then its light, then its signal", arguments: cases)
    func combined(cec: PanelState?, backlight: PanelState?, output: PanelState, best: String) {
        var output = output
        output.asset = Self.asset
        let combined = PanelState.combined(cec: cec, backlight: backlight, output: output)
        #expect(combined.description == best)
        #expect(combined.asset == Self.asset)
    }
}
