extension PanelState {
    /// What is known of a panel from everything that can be asked.
    ///
    /// The television's own answer counts most, then its backlight, then whether it gets a picture at
    /// all. One that does not know leaves the word to the next.
    ///
    /// - Parameters:
    ///   - cec: The answer over CEC, nil where there is nobody.
    ///   - backlight: What the backlight says, nil where there is none.
    ///   - output: What the output knows: CRTC, blanking, sleep; and the panel's own record.
    /// - Returns: The first that is sure; else the first of all, which says why it is not.
    package static func combined(
        cec: PanelState?,
        backlight: PanelState?,
        output: PanelState
    ) -> PanelState {
        let asked = [cec, backlight].compactMap { $0 } + [output]
        var best = asked.first { $0.power != .unknown } ?? asked.first ?? output
        best.asset = output.asset ?? best.asset
        return best
    }
}
