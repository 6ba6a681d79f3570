package import Guidance

/// An output without a display; it drops every frame and says why.
package struct AbsentOutput: Output {
    /// Why there is no display.
    package let reason: String

    /// An output that is absent for that reason.
    package init(reason: String) {
        self.reason = reason
    }

    package var state: OutputState { .absent(reason: reason) }

    package func show(_ painted: Painted) {}

    @discardableResult
    package func probe() -> OutputState { state }
}
