package import Guidance

/// Somewhere a frame can be shown.
///
/// An output that has no display stays an output: its state says why, and `probe` looks again.
/// Frames are upright; an output whose panel is mounted turned turns them while it copies.
package protocol Output: Sendable {
    /// What the output can do now.
    var state: OutputState { get async }

    /// What is known of the panel behind it.
    var panel: PanelState { get async }

    /// Rises when the picture was lost and one must be shown again, even if nothing in it changed.
    var generation: Int { get async }

    /// What its owner should know although it works, such as a setting that cannot be fulfilled.
    var remark: String? { get async }

    /// What shows that the last picture reached the glass, nil when nothing does.
    func proof() async -> GlassProof?

    /// Shows a frame of the size the state asks for.
    ///
    /// Throws `ScreenError`; while the output is absent the frame is dropped without an error.
    /// The frame is not kept, so that its painter may go on in the same memory.
    func show(_ painted: Painted) async throws

    /// Runs a passage between a frame and a colour, and returns when it is over.
    ///
    /// The frame is the one shown last (`out`) or the one to be shown (`in`, which ends with it on the
    /// glass). Outputs that are too slow for it cut.
    func run(_ fade: Fade, over frame: Frame) async throws

    /// Switches the panel's picture on or off where the output can; the state stays `on` meanwhile.
    func setPower(_ isOn: Bool) async

    /// Looks at the hardware again, after a hot-plug event or once in a while.
    @discardableResult
    func probe() async -> OutputState
}

extension Output {
    package var panel: PanelState {
        get async { PanelState(power: .unknown, source: "nothing is known of a panel") }
    }

    package var generation: Int {
        get async { 0 }
    }

    package var remark: String? {
        get async { nil }
    }

    package func proof() async -> GlassProof? { nil }

    package func run(_ fade: Fade, over frame: Frame) async throws {
        if fade.direction == .in { try await show(Painted(frame)) }
    }

    package func setPower(_ isOn: Bool) async {}
}
