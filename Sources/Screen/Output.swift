package import Guidance

/// Somewhere a frame can be shown.
///
/// An output that has no display stays an output: its state says why, and `probe` looks again.
package protocol Output: Sendable {
    /// What the output can do now.
    var state: OutputState { get async }

    /// Shows a frame of the size the state asks for.
    ///
    /// Throws `ScreenError`; while the output is absent the frame is dropped without an error.
    func show(_ frame: Frame) async throws

    /// Looks at the hardware again, after a hot-plug event or once in a while.
    @discardableResult
    func probe() async -> OutputState
}
