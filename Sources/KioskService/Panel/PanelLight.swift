/// What lights a panel, beside the glass: its backlight, or the television at the end of the cable.
package protocol PanelLight: Sendable {
    /// Sets the light to a part of the greatest, 0 to 1; does nothing where there is no backlight.
    func setLevel(_ level: Double) async
    /// Switches the panel on or off as far as it listens.
    func setPower(_ isOn: Bool) async
}
