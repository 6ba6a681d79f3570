package import Beacons
package import Fleet
package import KioskLogic

/// The adapters of a board.
package protocol AdapterHouse: Sendable {
    /// The adapters to listen with, each by what it keeps over a reset; those that are absent too.
    func wanted() -> [AdapterSpec]
    /// A way to one of them; nothing is opened yet.
    func adapter(_ spec: AdapterSpec) -> any AdapterPort
}

/// One adapter as the thread that listens to it sees it; never shared between threads.
package protocol AdapterPort: AnyObject {
    /// What it is called in the log, such as `hci0`; never an address.
    var label: String { get }

    /// Adverts that found no room in the socket, since the kiosk began.
    var lost: UInt64 { get }

    /// Finds it, powers it and begins to scan.
    func start() throws(RadioTrouble)

    /// Waits a quarter second at most and gives the event packets that came, without their H4 octet.
    ///
    /// Waits too while the adapter is closed, for its return. Packets come in batches, each with the
    /// moment it came, and nothing of them stays on the stack while the next batch is waited for.
    func hear(_ deliver: (ByteView, Instant) -> Void) throws(RadioTrouble) -> AdapterNews

    /// Asks for a sign of life.
    func probe() throws(RadioTrouble)

    /// Does one step of recovery.
    func perform(_ stage: RadioStage) throws(RadioTrouble)

    /// Stops scanning, as far as it still answers, and gives everything back.
    func close()
}

/// The clock of the radio's health: seconds that never step.
package protocol SteadyClock: Sendable {
    func seconds() -> Double
}

/// Who is asked for a reboot of the board, and remembers it over the reboot.
package protocol RebootDesk: Sendable {
    /// When it was asked before.
    func past() -> [Instant]
    /// Asks for a reboot; what is done about it is the desk's affair.
    func request(_ reason: String, at time: Instant)
}
