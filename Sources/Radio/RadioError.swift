package import KioskLogic

/// Why the live radio cannot be heard, and what to do about it.
package enum RadioError: Error, Equatable, CustomStringConvertible {
    case noBluetoothInKernel
    case noAdapter(Int)
    /// No adapter is the one that the profile means.
    case noneMatches(AdapterSpec)
    case notPermitted(String)
    case noLowEnergy(Int)
    case blocked(Int)
    case refused(String, reason: String)
    case silent(Int, step: String)
    case adapterOff(Int)
    case adapterGone(Int)
    case firmwareMissing(Int, package: String)
    case notInitialised(Int, step: String, reason: String)
    /// The device cannot be taken from its driver and given back.
    case notRebound(String)

    package var description: String {
        switch self {
        case .noBluetoothInKernel:
            "no Bluetooth: this kernel has no Bluetooth sockets; load the module `bluetooth` or use a "
                + "kernel with CONFIG_BT"
        case .noAdapter(let index):
            "no Bluetooth adapter hci\(index): plug one in, or give another with `adapter` in the board"
        case .noneMatches(let spec):
            "no Bluetooth adapter is \(spec): plug it in, or give another with `adapter` in the board"
        case .notPermitted(let step):
            "not permitted to \(step): the service needs CAP_NET_RAW and CAP_NET_ADMIN "
                + "(systemd: AmbientCapabilities=CAP_NET_RAW CAP_NET_ADMIN)"
        case .noLowEnergy(let index):
            "adapter hci\(index) does not answer LE commands: it needs Bluetooth 4.0 or later"
        case .blocked(let index):
            "adapter hci\(index) is blocked by a radio switch (rfkill): `rfkill unblock bluetooth` or "
                + "the switch on the device frees it"
        case .refused(let step, let reason):
            "the adapter refused to \(step): \(reason)"
        case .silent(let index, let step):
            "adapter hci\(index) gave no answer when told to \(step): plug it in again if it "
                + "stays so"
        case .adapterOff(let index):
            "adapter hci\(index) was switched off by another program; it is switched on again"
        case .adapterGone(let index):
            "adapter hci\(index) went away; counting goes on when it is back"
        case .firmwareMissing(let index, let package):
            "adapter hci\(index) has no firmware: install \(package) and plug it in again (dmesg "
                + "names the file)"
        case .notInitialised(let index, let step, let reason):
            "adapter hci\(index) cannot \(step): \(reason); dmesg says more, and often the firmware "
                + "is missing"
        case .notRebound(let reason):
            "the device cannot be given back to its driver: \(reason)"
        }
    }

    /// The same for the radio's health.
    var trouble: RadioTrouble { RadioTrouble(kind, description) }

    private var kind: RadioTrouble.Kind {
        switch self {
        case .noBluetoothInKernel: .noBluetooth
        case .noAdapter, .noneMatches: .noAdapter
        case .notPermitted: .notPermitted
        case .noLowEnergy: .notUsable
        case .blocked: .blocked
        case .refused, .notRebound: .refused
        case .silent: .silent
        case .adapterOff: .off
        case .adapterGone: .gone
        case .firmwareMissing: .firmware
        case .notInitialised: .initialisation
        }
    }
}
