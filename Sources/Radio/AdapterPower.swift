import CBlueZ
import Glibc
import SystemIO

/// Switches an adapter on and off through ioctls, and reads how it is.
struct AdapterPower {
    let adapter: Int
    private let index: Int32

    init(adapter: Int) throws(RadioError) {
        guard let index = Int32(exactly: adapter) else { throw .noAdapter(adapter) }
        self.adapter = adapter
        self.index = index
    }

    /// Powers the adapter up; fine when it is.
    func up() throws(RadioError) {
        let socket = try HCISocket.openControl()
        guard CBlueZ_device_up(socket.number, index) < 0, errno != EALREADY else { return }
        throw error(errno, step: "power up")
    }

    /// Powers the adapter down.
    func down() throws(RadioError) {
        let socket = try HCISocket.openControl()
        guard CBlueZ_device_down(socket.number, index) < 0, errno != EALREADY else { return }
        throw error(errno, step: "power down")
    }

    /// Resets an adapter that is up, and lets the kernel set it up anew.
    ///
    /// A bare reset leaves a controller that gives no LE events: its event mask is what it has at power
    /// on, without them (Core Vol 4 Part E 7.3.1), and the kernel sets it only while powering up.
    func reset() throws(RadioError) {
        let socket = try HCISocket.openControl()
        guard CBlueZ_device_reset(socket.number, index) == 0 else {
            throw error(errno, step: "reset")
        }
        try down()
        try up()
    }

    /// Whether the adapter is up; nil when it is not there.
    func isUp() throws(RadioError) -> Bool? {
        try info().map { $0.flags & 1 << HCI_UP != 0 }
    }

    /// Its own address, nil when it has none yet or is not there.
    func address() throws(RadioError) -> String? {
        guard let octets = try info()?.bdaddr.b else { return nil }
        let list = [octets.5, octets.4, octets.3, octets.2, octets.1, octets.0]
        guard list.contains(where: { $0 != 0 }) else { return nil }
        return list.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            .joined(separator: ":")
    }

    private func info() throws(RadioError) -> hci_dev_info? {
        let socket = try HCISocket.openControl()
        var info = hci_dev_info()
        guard CBlueZ_device_info(socket.number, index, &info) == 0 else { return nil }
        return info
    }

    /// What an error number of these ioctls means.
    func error(_ number: Int32, step: String) -> RadioError {
        switch number {
        case EPERM, EACCES: .notPermitted("\(step) the adapter")
        case ERFKILL: .blocked(adapter)
        case ENODEV, ENXIO: .adapterGone(adapter)
        case ENETDOWN: .adapterOff(adapter)
        case ENOENT: .firmwareMissing(adapter, package: FirmwarePackage.of(adapter: adapter))
        case EBUSY: .refused(step, reason: "another program uses it alone (user channel)")
        default:
            .notInitialised(adapter, step: step, reason: HCISocket.reason(number))
        }
    }
}
