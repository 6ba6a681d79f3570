/// The wires to a serial panel: bytes with the line data/command low or high, and its reset.
///
/// Source: MIPI DBI type C, option 3 (four wires). Never shared between threads.
package protocol PanelBus: AnyObject {
    /// Sends bytes as a command, data/command low.
    func command(_ bytes: [UInt8]) throws(ScreenError)

    /// Sends bytes as parameters or pixels, data/command high.
    func data(_ bytes: [UInt8]) throws(ScreenError)

    /// Pulses the reset line; does nothing where there is none.
    func reset() throws(ScreenError)

    /// Waits, as a panel's data sheet asks for.
    func wait(milliseconds: Int)
}
